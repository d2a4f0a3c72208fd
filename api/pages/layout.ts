import { type Html, html, type Part } from './html.ts';

export interface PageFrame {
  /** Before " · KKR-arkivet" in the title bar; null on the front page. */
  readonly title: string | null;
  readonly main: Part;
  /** What stands in the search field of the head; null where the page has a search form of its own. */
  readonly query?: string | null;
  readonly current?: 'search' | 'meetings' | 'status';
  /** The same as data, for programs that come by. */
  readonly json?: string;
  /** The page tells of a made-up example, and says so. */
  readonly fictional?: boolean;
}

const NAV = [
  { key: 'search', url: '/', word: 'Søg' },
  { key: 'meetings', url: '/moeder', word: 'Møder' },
  { key: 'status', url: '/status', word: 'Om arkivet' },
] as const;

export function layout({ title, main, query = '', current, json, fictional = false }: PageFrame): Html {
  return html`<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<title>${title === null ? 'KKR-arkivet' : `${title} · KKR-arkivet`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/stil.css">
${json && html`<link rel="alternate" type="application/json" href="${json}">\n`}<link rel="icon" href="/ikon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#indhold">Gå til indholdet</a>
<header class="site">
<div class="wide">
<a class="brand" href="/">KKR-arkivet</a>
<nav aria-label="Hovedmenu"><ul>${NAV.map(
    (entry) =>
      html`<li><a href="${entry.url}"${entry.key === current && html` aria-current="page"`}>${entry.word}</a></li>`,
  )}</ul></nav>
${
  query !== null &&
  html`<form class="quick" action="/" role="search"><label class="unseen" for="q-top">Søg i arkivet</label><input id="q-top" name="q" type="search" maxlength="500" placeholder="Søg i arkivet" value="${query}"><button type="submit">Søg</button></form>`
}
</div>
</header>
<main id="indhold" class="wide">
${fictional && html`<p class="notice">Opdigtet eksempel, som følger med programmet: mødet, personerne og beslutningerne er fundet på.</p>\n`}${main}
</main>
<footer class="site">
<div class="wide">
<p>Læst af de dagsordener, referater og bilag, som de fem kommunekontaktråd har offentliggjort. Ved tvivl gælder originalen, som hver side henviser til.</p>
<p><a href="/status">Om arkivet</a> <a href="/data">Hent data</a> ${json && html`<a href="${json}">Siden som data (JSON)</a> `}<a href="/api/openapi.json">API</a></p>
</div>
</footer>
</body>
</html>
`;
}
