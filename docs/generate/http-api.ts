import { openApiDocument } from './openapi-document.ts';
import { operationTables } from './operations-table.ts';
import { schemaSections } from './schema-sections.ts';
import { mount } from './service-routes.ts';
import { fill, write } from './write.ts';

const document = openApiDocument();

/** The mount as OpenAPI writes it: `/:database/…` is `/{database}/…`. */
const prefix = mount.replace(/:(\w+)/g, '{$1}');

const text = await fill('http-api.md', {
  mount: prefix,
  operations: operationTables(document, prefix),
  schemas: schemaSections(document.components.schemas),
});

await write({ name: 'http-api.md', text });
