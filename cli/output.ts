/** Data goes to stdout and nothing else does; talk goes to stderr. */

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined));
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

export function pageRange(range: readonly [number, number] | null): string {
  if (!range) return '';
  return range[0] === range[1] ? `p. ${range[0]}` : `pp. ${range[0]}-${range[1]}`;
}

/** Breaks text at blanks so that it reads well in a terminal; `indent` goes before every line. */
export function wrap(text: string, indent = '', width = 96): string {
  return text
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(' ')) {
        if (line && indent.length + line.length + 1 + word.length > width) {
          lines.push(line);
          line = word;
        } else {
          line = line ? `${line} ${word}` : word;
        }
      }
      return [...lines, line].map((each) => `${indent}${each}`.trimEnd()).join('\n');
    })
    .join('\n');
}
