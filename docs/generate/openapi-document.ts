import { type AppDeps, createApp } from './service-routes.ts';

/** A schema as it stands in the document: JSON Schema, or a reference to a component. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: readonly string[];
  allOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

/** One method of one path. */
export interface Operation {
  parameters?: ReadonlyArray<{ name: string; in: string; required?: boolean }>;
  requestBody?: Content;
  responses: Record<string, Content & { description: string }>;
}

/** What the pages need of an OpenAPI document. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const silent = () => undefined;

/** No request is made, so nothing of this is ever used. */
const unused: AppDeps = {
  tenants: new Map(),
  log: { trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent } as never,
  callerRequestsPerMinute: 1,
  unknownCallers: { burst: 1, perSecond: 1 },
  clientAddressHeader: null,
  liveStreamsAtMost: 1,
  taskInvoicesAtMost: 1,
  stopping: new AbortController().signal,
  notReady: async () => null,
  setup: () => Promise.reject(new Error('not used')),
  metrics: () => Promise.reject(new Error('not used')),
};

/** The OpenAPI document of the routes that the service registers. No database is opened and nothing listens. */
export const openApiDocument = (): OpenApiDocument =>
  createApp(unused).getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'limepkg-billecta-integration', version: '1' },
  }) as unknown as OpenApiDocument;
