import type { Document, Item } from '../../core/document.ts';
import { sampleDocument, sampleItem } from './sample.ts';

/** Two matters that have no word in common. */
export const wait = `Ventetiden på rehabilitering efter udskrivning er steget. Arbejdsgruppen foreslår fælles
kompetenceforløb for terapeuter og en årlig opgørelse over borgere, der venter mere end syv dage.
Forslaget er drøftet i kredsen af direktører, som bakker op om retningen og peger på behovet for data.`;

export const bus = `Trafikselskabet har fremlagt en plan for køreplanskifte, hvor tre regionale ruter nedlægges og
erstattes af flextrafik. Kommunerne er enige om, at uddannelsessteder fortsat skal kunne nås med bus,
og at passagertallene på de tre strækninger gøres op hvert kvartal, før der træffes endelig beslutning.`;

/** An item that says one of them. */
export function matterItem(number: string, title: string, text: string, more: Partial<Item> = {}): Item {
  return sampleItem(number, title, { sections: [{ heading: 'Sagsfremstilling', text }], ...more });
}

export function agendaOf(date: string, more: Partial<Document>): Document {
  return sampleDocument(`${date}.pdf`, { date, ...more });
}
