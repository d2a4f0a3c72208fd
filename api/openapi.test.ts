import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { testServer } from './testing/server.ts';

async function openApi() {
  const { app } = await testServer();
  return (await app.inject('/api/openapi.json')).json();
}

describe('GET /api/openapi.json', () => {
  it('is a valid OpenAPI document', async () => {
    expect(await new Validator().validate(await openApi())).toEqual({ valid: true });
  });

  it('covers every route of the API and nothing else', async () => {
    const { paths } = await openApi();
    expect(Object.keys(paths).sort()).toEqual([
      '/api/appendices/{id}',
      '/api/cases/{number}',
      '/api/completeness',
      '/api/documents/{id}',
      '/api/export/{table}',
      '/api/items/{id}',
      '/api/items/{id}/history',
      '/api/meetings',
      '/api/meetings/{id}',
      '/api/search',
      '/api/status',
    ]);
  });

  it('names the parameters of a search and the shape of failures', async () => {
    const { paths, components } = await openApi();
    const { parameters, responses } = paths['/api/search'].get;
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual([
      'q',
      'body',
      'year',
      'kind',
      'type',
      'outcome',
      'municipality',
      'case',
      'from',
      'to',
      'sort',
      'limit',
      'offset',
    ]);
    expect(JSON.stringify(responses['400'])).toContain('#/components/schemas/Error');
    expect(Object.keys(components.schemas)).toEqual(
      expect.arrayContaining(['Item', 'Meeting', 'SearchAnswer']),
    );
  });
});
