import type { ItemRecord } from '../../core/archive-store.ts';
import type { Act, Person } from '../../core/document.ts';
import { type Html, html } from './html.ts';
import { outcomeBadges, pageLink } from './parts.ts';
import { prose } from './prose.ts';

/** What was decided: the outcome in a word, the text as it stands, and where it stands. */
export function decisionBox(item: ItemRecord): Html {
  const { decision } = item;
  if (!decision) return undecided(item);
  return html`<section class="decision" aria-labelledby="beslutning">
<h2 id="beslutning">Beslutning ${pageLink(item.source, decision.where)}</h2>
${outcomeBadges(decision.outcomes)}
${prose(decision.text)}
${byRecommendation(item, decision.acts ?? []) ?? approved(decision.approved ?? [])}
${appointed(decision.appointed ?? [])}
</section>`;
}

function undecided(item: ItemRecord): Html {
  const missing =
    item.kind === 'dagsorden'
      ? 'Arkivet har dagsordenen, men ikke referatet: hvad der blev besluttet, vides endnu ikke.'
      : 'Referatet nævner ingen beslutning på dette punkt.';
  return html`<section class="decision missing" aria-labelledby="beslutning"><h2 id="beslutning">Beslutning</h2><p>${missing}</p></section>`;
}

/** "Ad 1 … Ad 2 …": one outcome for each recommendation, beside what was recommended. */
function byRecommendation({ recommendations = [] }: ItemRecord, acts: readonly Act[]): Html | null {
  const told = acts.filter(({ recommendation }) => recommendation !== null);
  if (told.length === 0) return null;
  const numbers = [...new Set(told.map(({ recommendation }) => recommendation ?? 0))].sort((a, b) => a - b);
  return html`<h3>Indstilling for indstilling</h3><ul class="acts">${numbers.map((number) => {
    const outcomes = [
      ...new Set(told.filter((act) => act.recommendation === number).map(({ outcome }) => outcome)),
    ];
    const wording = recommendations[number - 1];
    return html`<li><span class="mark">${number}.</span> ${wording && html`<span>${wording}</span> `}${outcomeBadges(outcomes)}</li>`;
  })}</ul>`;
}

/** "tiltrådte indstillingen" alone says nothing to who does not scroll: here is what that was. */
function approved(wordings: readonly string[]): Html | null {
  if (wordings.length === 0) return null;
  return html`<h3>Dermed blev tiltrådt</h3><ul class="dashes">${wordings.map((wording) => html`<li>${wording}</li>`)}</ul>`;
}

function appointed(persons: readonly Person[]): Html | null {
  if (persons.length === 0) return null;
  return html`<h3>Personer</h3><ul class="plain">${persons.map((person) => html`<li>${personWords(person)}</li>`)}</ul>`;
}

/** "Åse Ørsted (A), Morsø Kommune, borgmester" */
export function personWords({ name, office, party, organisation }: Person): Html {
  const details = [organisation, office].filter(Boolean).join(', ');
  return html`${party ? `${name} (${party})` : name}${details && html`<span class="quiet">, ${details}</span>`}`;
}
