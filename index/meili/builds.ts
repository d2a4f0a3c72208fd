import type { IndexNames } from './vocabulary.ts';

/** The indexes that one rebuild fills before it swaps them with those that serve. */
export interface Build extends IndexNames {
  /** Ids of documents that were replaced since the rebuild began. */
  readonly replaced: string;
  /** When it began, in milliseconds; its records are marked so, and later ones are newer. */
  readonly started: number;
}

/** No rebuild takes longer; what is older was left behind. Milliseconds. */
const LONGEST_REBUILD = 24 * 60 * 60_000;

/** Names that no other rebuild has. */
export function newBuild(names: IndexNames): Build {
  const started = Date.now();
  return build(names, started, `${started}-${Math.random().toString(36).slice(2, 8)}`);
}

/** The rebuilds that may be under way, and those that were left behind, by the names of all indexes of a server. */
export function buildsAmong(
  uids: readonly string[],
  names: IndexNames,
): { underWay: Build[]; leftBehind: Build[] } {
  const prefixes = Object.values(build(names, 0, '')).filter((part) => typeof part === 'string');
  const tails = new Map<string, number>();
  for (const uid of uids) {
    const prefix = prefixes.find((beginning) => uid.startsWith(beginning)) ?? uid;
    const tail = /^(?<started>\d+)-[0-9a-z]+$/.exec(uid.slice(prefix.length));
    if (tail) tails.set(tail[0], Number(tail.groups?.started));
  }
  const builds = [...tails].map(([tail, started]) => build(names, started, tail));
  const isOld = ({ started }: Build) => Date.now() - started > LONGEST_REBUILD;
  return { underWay: builds.filter((one) => !isOld(one)), leftBehind: builds.filter(isOld) };
}

function build({ records, words }: IndexNames, started: number, tail: string): Build {
  return {
    records: `${records}-building-${tail}`,
    words: `${words}-building-${tail}`,
    replaced: `${records}-replaced-${tail}`,
    started,
  };
}
