import { isAbsolute, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG_VARIABLES, ConfigSchema, parseConfig } from './config.ts';

describe('configuration', () => {
  test('has a default for everything that is needed', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({ name: 'kkr', port: 3000, ocr: 'tesseract' });
    expect(config.dataDir).toBe(join(process.cwd(), 'data'));
    expect(config.redisUrl).toBeUndefined();
  });

  test('reads every setting from its variable', () => {
    const config = parseConfig({
      KKR_DATA: 'arkiv',
      KKR_NAME: 'kkr-to',
      KKR_PORT: '8080',
      KKR_REDIS_URL: 'redis://127.0.0.1:6379',
      KKR_MEILI_URL: 'http://127.0.0.1:7700',
      KKR_MEILI_KEY: 'nøgle',
      KKR_MEILI_SEARCH_KEY: 'søgenøgle',
      KKR_OCR: 'none',
      KKR_WORKERS: '3',
      KKR_UNKNOWN: 'is nobody’s business',
    });
    expect(config).toMatchObject({
      name: 'kkr-to',
      port: 8080,
      redisUrl: 'redis://127.0.0.1:6379',
      meiliUrl: 'http://127.0.0.1:7700',
      meiliKey: 'nøgle',
      meiliSearchKey: 'søgenøgle',
      ocr: 'none',
      workers: 3,
    });
    expect(isAbsolute(config.dataDir)).toBe(true);
  });

  test('flags win over the environment, and a flag that is not given does not count', () => {
    const environment = { KKR_PORT: '8080', KKR_DATA: '/srv/arkiv' };
    expect(parseConfig(environment, { port: '9090', dataDir: undefined })).toMatchObject({
      port: 9090,
      dataDir: join('/srv/arkiv'),
    });
  });

  test('an empty variable counts as unset', () => {
    expect(parseConfig({ KKR_REDIS_URL: '', KKR_PORT: '', KKR_DATA: '' })).toMatchObject({ port: 3000 });
  });

  test('names every wrong setting by its variable, in one line', () => {
    const wrong = { KKR_PORT: 'tre tusind', KKR_REDIS_URL: 'http://127.0.0.1', KKR_WORKERS: '0' };
    expect(() => parseConfig(wrong)).toThrow(
      expect.objectContaining({
        code: 'config-invalid',
        message: expect.stringMatching(/^(?=.*KKR_PORT)(?=.*KKR_REDIS_URL)(?=.*KKR_WORKERS).*$/),
      }),
    );
  });

  test.each(['Kkr', 'to arkiver', 'æøå', '-kkr', 'k'.repeat(41)])('no archive is called %s', (name) => {
    expect(() => parseConfig({ KKR_NAME: name })).toThrow(/KKR_NAME: /);
  });

  test('every setting has a variable', () => {
    expect(Object.keys(CONFIG_VARIABLES).sort()).toEqual(Object.keys(ConfigSchema.shape).sort());
  });
});
