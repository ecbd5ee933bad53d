import { code } from './markdown.ts';
import type { Schema } from './openapi-document.ts';

/** A schema's type in a few words; components are links to their headings. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return link(schema.$ref.split('/').at(-1) ?? '');
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(', ');
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return [...new Set(several.map(typeOf))].join(' or ');
  if (schema.allOf) return [...new Set(schema.allOf.map(typeOf))].join(' and ');
  return namesOf(schema)
    .map((name) => (name === 'null' ? name : nameOf(name, schema)))
    .join(' or ');
}

/** Whether null is one of the schema's own types. */
export const isNullable = (schema: Schema) => namesOf(schema).includes('null');

const namesOf = ({ type = 'any' }: Schema) => [type].flat();

const link = (name: string) => `[${name}](#${name.toLowerCase()})`;

function nameOf(name: string, { items, additionalProperties, format }: Schema): string {
  if (items) return `list of ${typeOf(items)}`;
  if (typeof additionalProperties === 'object') return `map to ${typeOf(additionalProperties)}`;
  return format ? `${name} (${format})` : name;
}
