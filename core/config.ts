import { resolve } from 'node:path';
import { z } from 'zod';
import { KkrError } from './errors.ts';

/** Every setting, its environment variable and its default. docs/operations.md is held to this table. */
export const ConfigSchema = z.object({
  /** KKR_DATA: the folder of the archive. */
  dataDir: z.string().min(1).default('./data'),
  /** KKR_NAME: what the archive's queue and indexes are called, where several share a Redis or Meilisearch. */
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'It must be of a-z, 0-9 and hyphens, at most 40.')
    .default('kkr'),
  /** KKR_PORT: where the page and the API listen, on loopback. */
  port: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** KKR_REDIS_URL: jobs go through BullMQ on this Redis; unset, they stay in this process. */
  redisUrl: z.url({ protocol: /^rediss?$/ }).optional(),
  /** KKR_MEILI_URL: searches go to this Meilisearch; unset, to SQLite FTS5. */
  meiliUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** KKR_MEILI_KEY: key for that Meilisearch, to fill and to search it. */
  meiliKey: z.string().min(1).optional(),
  /** KKR_MEILI_SEARCH_KEY: key to search it with instead. */
  meiliSearchKey: z.string().min(1).optional(),
  /** KKR_OCR: `tesseract`, or `none` to take text layers only. */
  ocr: z.enum(['tesseract', 'none']).default('tesseract'),
  /** KKR_WORKERS: documents read at the same time; unset, one less than the cores, at least one. */
  workers: z.coerce.number().int().min(1).max(64).optional(),
});
export type Config = z.infer<typeof ConfigSchema>;

export const CONFIG_VARIABLES = {
  dataDir: 'KKR_DATA',
  name: 'KKR_NAME',
  port: 'KKR_PORT',
  redisUrl: 'KKR_REDIS_URL',
  meiliUrl: 'KKR_MEILI_URL',
  meiliKey: 'KKR_MEILI_KEY',
  meiliSearchKey: 'KKR_MEILI_SEARCH_KEY',
  ocr: 'KKR_OCR',
  workers: 'KKR_WORKERS',
} as const satisfies Record<keyof Config, string>;

/**
 * Reads the configuration once, at the program's entrance: flags win over the
 * environment. An empty variable counts as unset, as docker-compose writes it.
 * @throws KkrError `config-invalid`, one line that names each wrong setting.
 */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
  flags: Partial<Record<keyof Config, string | number | undefined>> = {},
): Config {
  const settings: Record<string, unknown> = {};
  for (const [key, variable] of Object.entries(CONFIG_VARIABLES)) {
    settings[key] = environment[variable] || undefined;
  }
  for (const [key, value] of Object.entries(flags)) {
    if (value !== undefined) settings[key] = value;
  }
  const parsed = ConfigSchema.safeParse(settings);
  if (parsed.success) return { ...parsed.data, dataDir: resolve(parsed.data.dataDir) };
  const variables: Record<string, string> = CONFIG_VARIABLES;
  const problems = parsed.error.issues.map(
    (issue) => `${variables[String(issue.path[0])] ?? issue.path.join('.')}: ${issue.message}`,
  );
  throw new KkrError('config-invalid', problems.join('; '), { cause: parsed.error });
}
