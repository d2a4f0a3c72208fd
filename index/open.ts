import type { Config } from '../core/config.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { Fts5SearchIndex } from './search-index.fts5.ts';

/** The search engine that the configuration asks for. Light: threads and connections start with the first call. */
export async function openIndex({
  dataDir,
}: Pick<Config, 'dataDir' | 'meiliUrl' | 'meiliKey'>): Promise<SearchIndex> {
  return new Fts5SearchIndex(dataDir);
}
