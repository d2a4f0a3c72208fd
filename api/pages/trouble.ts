import type { Failure } from '../../core/archive-store.ts';
import type { Warning } from '../../core/document.ts';
import type { ErrorCode } from '../../core/errors.ts';
import { type Html, html } from './html.ts';

/** What went wrong with a document, in Danish by code; the reader's own English words stand behind. */

const WARNINGS: Readonly<Record<string, string>> = {
  'appendix-not-found': 'Et bilag står i indholdsfortegnelsen, men blev ikke fundet i filen',
  'body-from-file-name': 'Hvilket KKR det er, fremgår kun af filens navn',
  'date-from-file-name': 'Mødets dato fremgår kun af filens navn',
  'date-from-running-header': 'Mødets dato er taget fra sidehovedet',
  'decision-unclear': 'Hvad der blev besluttet, kunne ikke afgøres sikkert',
  'enclosed-files': 'Filen indeholder andre filer, som ikke er læst',
  'item-missing': 'Et punkt står i indholdsfortegnelsen, men ikke i teksten',
  'number-inferred': 'Et punkts nummer kunne ikke læses; det er udledt af numrene omkring det',
  'page-unreadable': 'En side kunne ikke læses',
  'ocr-failed': 'Tekstgenkendelsen fejlede på en side',
  'read-timeout': 'En side tog for lang tid at læse',
  'read-out-of-memory': 'En side krævede for meget hukommelse',
  'read-crashed': 'Læsningen gik i stå på en side',
};

export function warningWords({ code, message }: Warning): Html {
  const danish = WARNINGS[code];
  if (!danish) return html`${message}`;
  return html`${danish} <span class="quiet" lang="en">(${message})</span>`;
}

const FAILURES: Partial<Record<ErrorCode, string>> = {
  'file-empty': 'Filen er tom',
  'file-unreadable': 'Filen kunne ikke åbnes',
  'file-type-unsupported': 'Filen er hverken PDF eller ren tekst',
  'pdf-damaged': 'PDF-filen er afkortet eller beskadiget',
  'pdf-encrypted': 'PDF-filen kræver en adgangskode',
  'pdf-dynamic-form': 'PDF-filen er en formular, som kun Adobe Reader kan vise; udskriv den til PDF',
  'pdf-too-large': 'PDF-filen er for stor',
  'text-undecodable': 'Tekstfilens tegnsæt kunne ikke genkendes',
  'ocr-failed': 'Tekstgenkendelsen fejlede',
  'read-timeout': 'Læsningen tog for lang tid',
  'read-out-of-memory': 'Læsningen krævede for meget hukommelse',
  'disk-full': 'Der var ikke mere plads på disken',
};

/** Messages of unexpected failures are for the log, not for visitors. */
export function failureWords({ code }: Pick<Failure, 'code'>): Html {
  return html`${FAILURES[code] ?? 'Noget gik galt under læsningen'} <code>${code}</code>`;
}
