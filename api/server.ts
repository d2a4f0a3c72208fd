import fastifySwagger from '@fastify/swagger';
import fastify from 'fastify';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { assetRoutes } from './assets.ts';
import { addEntityTags } from './caching.ts';
import type { App, ServerParts } from './context.ts';
import { exportRoutes } from './export/routes.ts';
import { addFailureAnswers, answerUnreadable, answerUnrouted } from './failures.ts';
import { jsonRoutes } from './json/routes.ts';
import { originalRoutes } from './originals.ts';
import { pageRoutes } from './pages/routes.ts';
import { NAMED_SCHEMAS } from './schemas.ts';
import { addSecurityHeaders } from './security.ts';

/** The archive's server, not yet listening. It reads only; who made `parts` closes them. */
export async function buildServer(parts: ServerParts): Promise<App> {
  const app: App = fastify({
    logger: parts.logger ?? { level: 'error', stream: process.stderr },
    frameworkErrors: answerUnrouted,
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'kkr-arkiv',
        version: '1',
        description:
          'Agenda items, decisions and appendices of the five Danish councils of municipalities (KKR).',
        license: { name: 'MIT', identifier: 'MIT' },
      },
    },
    transform: createJsonSchemaTransform({ schemaRegistry: NAMED_SCHEMAS }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry: NAMED_SCHEMAS }),
  });
  addSecurityHeaders(app);
  addEntityTags(app);
  addFailureAnswers(app);
  jsonRoutes(app, parts);
  exportRoutes(app, parts);
  originalRoutes(app, parts);
  await assetRoutes(app);
  pageRoutes(app, parts);
  return app;
}
