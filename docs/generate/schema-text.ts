import { code, table } from './markdown.ts';
import type { Schema } from './openapi-document.ts';

/** A schema's type in a few words; components are links to their headings. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return link(schema.$ref.split('/').at(-1) ?? '');
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(', ');
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return [...new Set(several.map(typeOf))].join(' or ');
  if (schema.allOf) return [...new Set(schema.allOf.map(typeOf))].join(' and ');
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  const names = [schema.type ?? 'any'].flat().map((name) => (name === 'null' ? 'null' : name));
  if (schema.properties) return `object (${Object.keys(schema.properties).map(code).join(', ')})`;
  if (typeof schema.additionalProperties === 'object') return `map to ${typeOf(schema.additionalProperties)}`;
  return `${names.join(' or ')}${schema.format ? ` (${schema.format})` : ''}`;
}

const link = (name: string) => `[${name}](#${name.toLowerCase()})`;

/** All components in alphabetical order, each under a heading. */
export const schemaSections = (schemas: Record<string, Schema>): string =>
  Object.entries(schemas)
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, schema]) => `### ${name}\n\n${bodyOf(schema)}`)
    .join('\n\n');

function bodyOf(schema: Schema): string {
  const parts = schema.allOf ?? [schema];
  const rows = parts.flatMap(propertiesOf);
  const bases = parts.filter((part) => !part.properties).map(typeOf);
  return [
    schema.description,
    bases.length > 0 ? bases.join(' and ') : undefined,
    rows.length > 0 ? table(['Property', 'Type', 'Meaning'], rows) : undefined,
  ]
    .filter(Boolean)
    .join('\n\n');
}

const propertiesOf = ({ properties = {}, required = [] }: Schema) =>
  Object.entries(properties).map(([name, schema]) => [
    `${code(name)}${required.includes(name) ? '' : ' (optional)'}`,
    typeOf(schema),
    schema.description ?? '',
  ]);
