import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseConfig } from '../core/config.ts';
import { freePort, redisMissing, startRedis } from '../ingest/testing/redis.ts';
import { startProgram } from './testing/run-kkr.ts';

/** Docker is not run here: what it would run is, with its file's own words. */
const ROOT = join(import.meta.dirname, '..');
const Service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  network_mode: z.string().optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
});
const ComposeFile = z.object({
  services: z.object({ server: Service, worker: Service, redis: Service, meilisearch: Service }),
  volumes: z.record(z.string(), z.unknown()),
});
const { services, volumes } = ComposeFile.parse(
  parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }),
);
const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');

const data = mkdtempSync(join(tmpdir(), 'kkr-compose-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** The environment of a service, its variables filled in as `docker compose` does. */
function environmentOf(
  service: z.infer<typeof Service>,
  given: Record<string, string>,
): Record<string, string> {
  const fill = (value: string): string =>
    value.replaceAll(/\$\{(\w+)(?:(:-|:\?)((?:\$\{[^}]*\}|[^}])*))?\}/g, (_all, name, kind, rest) => {
      const own = given[name];
      if (own) return own;
      if (kind === ':-') return fill(rest);
      throw new Error(`${name}: ${rest}`);
    });
  return Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([name, value]) => [name, fill(value)]),
  );
}

describe('docker-compose.yml', () => {
  it.each(['server', 'worker'] as const)('gives the %s settings that hold', (name) => {
    const config = parseConfig(environmentOf(services[name], { KKR_MEILI_KEY: 'sixteen-letters-' }));
    expect(config).toMatchObject({ dataDir: '/data', name: 'kkr', port: 3000 });
    expect(services[name].network_mode).toBe('host');
    expect(services[name].volumes).toContain('archive:/data');
    expect(Object.keys(services[name].depends_on ?? {})).toEqual(['redis', 'meilisearch']);
  });

  it('does not start without a key for Meilisearch', () => {
    expect(() => environmentOf(services.server, {})).toThrow('KKR_MEILI_KEY');
  });

  it('gives server, worker and Meilisearch one key', () => {
    const given = { KKR_MEILI_KEY: 'sixteen-letters-' };
    expect(environmentOf(services.meilisearch, given).MEILI_MASTER_KEY).toBe(
      environmentOf(services.worker, given).KKR_MEILI_KEY,
    );
  });

  it('gives the server no other key than one to search with', () => {
    const given = { KKR_MEILI_KEY: 'sixteen-letters-', KKR_MEILI_SEARCH_KEY: 'only-search' };
    expect(parseConfig(environmentOf(services.server, given)).meiliSearchKey).toBe('only-search');
    expect(Object.values(environmentOf(services.server, given))).not.toContain('sixteen-letters-');
    const { meiliSearchKey } = parseConfig(
      environmentOf(services.server, { KKR_MEILI_KEY: 'sixteen-letters-' }),
    );
    expect(meiliSearchKey).toBe('sixteen-letters-');
  });

  it('publishes nothing beyond this machine, and the ports that server and worker look for', () => {
    const { KKR_REDIS_URL = '', KKR_MEILI_URL = '' } = environmentOf(services.worker, { KKR_MEILI_KEY: 'x' });
    expect(services.redis.ports).toEqual([`${new URL(KKR_REDIS_URL).host}:6379`]);
    expect(services.meilisearch.ports).toEqual([`${new URL(KKR_MEILI_URL).host}:7700`]);
    expect(services.server.ports).toBeUndefined();
  });

  it('declares the volumes that it uses, and says how to tell that each engine is ready', () => {
    expect(Object.keys(volumes)).toEqual(['archive', 'meilisearch']);
    expect(services.redis.healthcheck?.test).toEqual(['CMD', 'redis-cli', 'ping']);
    expect(services.meilisearch.healthcheck?.test.at(-1)).toBe('http://127.0.0.1:7700/health');
  });
});

describe('the Dockerfile', () => {
  it('runs what the compose file gives to it', () => {
    const entry: unknown = JSON.parse(dockerfile.match(/^ENTRYPOINT (.+)$/m)?.[1] ?? '[]');
    expect(entry).toEqual(['node', '--disable-warning=ExperimentalWarning', '/app/cli/kkr.ts']);
    expect(dockerfile).toMatch(/^FROM node:24-/m);
    expect(dockerfile).toMatch(/^USER node$/m);
  });
});

describe.skipIf(redisMissing())('the commands of the services', () => {
  it('redis: starts with the options that BullMQ asks for', async () => {
    const [program = '', ...options] = services.redis.command ?? [];
    const server = spawn(program, [...options, '--port', String(await freePort()), '--bind', '127.0.0.1']);
    const ready = new Promise<boolean>((resolve) => {
      server.stdout.on('data', (chunk) => {
        if (String(chunk).includes('Ready to accept connections')) resolve(true);
      });
      server.once('close', () => resolve(false));
    });
    expect(await ready).toBe(true);
    server.kill();
    expect(options.join(' ')).toContain('--maxmemory-policy noeviction');
  });

  it('server and worker: run on a Redis until they are stopped, and end in order', async () => {
    const redis = await startRedis();
    const env = { KKR_DATA: data, KKR_PORT: '0', KKR_REDIS_URL: redis.url };
    const server = startProgram('kkr.ts', services.server.command ?? [], { env });
    const worker = startProgram('kkr.ts', services.worker.command ?? [], { env });
    try {
      const [, address = ''] = await server.says(/The archive is on (http:\S+)/);
      await worker.says(/Working, \d+ at a time/);
      const answer = await fetch(`${address.replace('localhost', '127.0.0.1')}/api/status`);
      expect(answer.status).toBe(200);
    } finally {
      server.kill('SIGTERM');
      worker.kill('SIGTERM');
      await Promise.all([server.ended, worker.ended]);
      await redis.stop();
    }
    expect([(await server.ended).code, (await worker.ended).code]).toEqual([0, 0]);
  });
});
