import { type Html, html, join } from './html.ts';

/** Why an address was refused, in Danish: the API's own messages are English (api/query.ts). */
const NAMES: Readonly<Record<string, string>> = {
  q: 'Søgeordene',
  body: 'KKR',
  year: 'Året',
  kind: 'Dokumenttypen',
  type: 'Sagstypen',
  outcome: 'Udfaldet',
  municipality: 'Kommunen',
  case: 'Sagsnummeret',
  from: 'Fra-datoen',
  to: 'Til-datoen',
  sort: 'Rækkefølgen',
  limit: 'Antallet pr. side',
  offset: 'Stedet i listen',
};

const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^must be a date like (.+)$/, 'skal være en dato som $1'],
  [/^must not be before from$/, 'må ikke ligge før fra-datoen'],
  [/^must be one of (.+)$/, 'skal være en af $1'],
  [/^must have at most (\d+) characters$/, 'må højst have $1 tegn'],
  [/^must be given once$/, 'må kun stå én gang'],
  [/^must be a whole number$/, 'skal være et helt tal'],
  [/^must be a year from (\d+) on$/, 'skal være et år fra og med $1'],
  [/^must be a year before (\d+)$/, 'skal være et år før $1'],
  [/^must be (\d+) to (\d+)$/, 'skal være $1 til $2'],
  [/^there is no such parameter$/, 'findes ikke'],
];

/** @param message as `name: what it must be; name: …` */
export function refusalWords(message: string): Html {
  return join(message.split('; ').map(oneRefusal), html`<br>`);
}

function oneRefusal(refusal: string): Html {
  const [, name = '', rule = ''] = /^(\w+): (.+)$/.exec(refusal) ?? [];
  const [pattern, danish] = MESSAGES.find(([english]) => english.test(rule)) ?? [];
  if (!pattern || !danish) return html`<code lang="en">${refusal}</code>`;
  return html`${NAMES[name] ?? html`<code>${name}</code>`} ${rule.replace(pattern, danish)}.`;
}
