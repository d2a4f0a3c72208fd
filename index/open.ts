import type { Config } from '../core/config.ts';
import type { SearchIndex } from '../core/search-index.ts';
import { Fts5SearchIndex } from './search-index.fts5.ts';

/**
 * The search engine that the configuration asks for. Light: threads, connections
 * and the lexicon are opened when they are first needed.
 */
export async function openIndex(
  config: Pick<Config, 'dataDir' | 'name' | 'meiliUrl' | 'meiliKey' | 'meiliSearchKey'>,
): Promise<SearchIndex> {
  if (config.meiliUrl === undefined) return new Fts5SearchIndex(config.dataDir);
  const { MeiliSearchIndex } = await import('./search-index.meili.ts');
  const { Analyser } = await import('./analysis/analyser.ts');
  const { loadLexicon } = await import('../danish/lexicon.ts');
  const { meiliUrl: url, meiliKey: key, meiliSearchKey: searchKey, name } = config;
  return new MeiliSearchIndex({ url, key, searchKey, name }, new Analyser(loadLexicon()));
}
