import type { ErrorCode, KkrError } from '../../core/errors.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { refusalWords } from './refusal.ts';

/** What a visitor is told, by code; what is not listed is the fault of the archive, not theirs. */
const TOLD: Partial<Record<ErrorCode, { title: string; text: string }>> = {
  'not-found': {
    title: 'Siden findes ikke',
    text: 'Der er intet i arkivet på denne adresse. Måske er den skrevet forkert, eller dokumentet er trukket tilbage.',
  },
  withheld: {
    title: 'Originalen vises ikke',
    text: 'Filen rummer punkter, der blev behandlet for lukkede døre, eller sider, der ikke er læst, så ingen ved, om den gør. De åbne punkter kan læses på møde- og dokumentsiderne.',
  },
  'query-invalid': {
    title: 'Adressen kunne ikke forstås',
    text: 'En af oplysningerne i adressen har en værdi, som arkivet ikke kender:',
  },
  'search-unavailable': {
    title: 'Søgningen svarer ikke',
    text: 'Søgemaskinen er midlertidigt utilgængelig. Prøv igen om lidt. Møder og punkter kan stadig læses.',
  },
  'archive-unavailable': {
    title: 'Arkivet er optaget',
    text: 'Arkivet kan ikke læses lige nu. Prøv igen om lidt.',
  },
};

const OTHERWISE = {
  title: 'Noget gik galt',
  text: 'Der skete en fejl, som ikke burde ske. Den er skrevet i loggen. Prøv igen om lidt.',
};

export function errorPage(error: KkrError): Html {
  const { title, text } = TOLD[error.code] ?? OTHERWISE;
  return layout({
    title,
    main: html`<div class="narrow">
<h1>${title}</h1>
<p>${text}</p>
${error.code === 'query-invalid' && html`<p>${refusalWords(error.message)}</p>`}
<p><a href="/">Til søgningen</a> eller <a href="/moeder">oversigten over møder</a>.</p>
<p class="quiet">Fejlkode: <code>${error.code}</code></p>
</div>`,
  });
}
