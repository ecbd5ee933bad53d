import { code, table } from './markdown.ts';
import type { Schema } from './openapi-document.ts';
import { isNullable, typeOf } from './schema-text.ts';

/** All components in alphabetical order, each under a heading. */
export const schemaSections = (schemas: Record<string, Schema>): string =>
  Object.entries(schemas)
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, schema]) => `### ${name}\n\n${bodyOf(schema)}`)
    .join('\n\n');

function bodyOf(schema: Schema): string {
  const variants = (schema.oneOf ?? schema.anyOf ?? []).filter((variant) => variant.properties);
  const parts = schema.allOf ?? [schema];
  const rows = parts.flatMap((part) => propertiesOf(part));
  const types = parts.filter((part) => !part.properties).map(typeOf);
  return [
    schema.description,
    variants.length > 0 ? variants.map(variantOf).join('\n\n') : types.join(' and '),
    rows.length > 0 ? propertyTable(rows) : undefined,
    rows.length > 0 && isNullable(schema) ? 'Null where there is none.' : undefined,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** One of several forms, named by the properties that have a single value. */
function variantOf(schema: Schema): string {
  const fixed = Object.entries(schema.properties ?? {}).flatMap(([name, { enum: values, const: value }]) =>
    value !== undefined || values?.length === 1
      ? [`${code(name)}: ${code(String(value ?? values?.[0]))}`]
      : [],
  );
  return `${fixed.length > 0 ? `With ${fixed.join(', ')}:` : 'Or:'}\n\n${propertyTable(propertiesOf(schema))}`;
}

const propertyTable = (rows: string[][]) => table(['Property', 'Type', 'Meaning'], rows);

/** A row for each property, and behind an object or a list of them a row for each of theirs, by a dotted name. */
function propertiesOf({ properties = {}, required = [] }: Schema, path = ''): string[][] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const list = schema.items?.properties ? '[]' : '';
    const row = [
      `${code(path + name)}${required.includes(name) ? '' : ' (optional)'}`,
      typeOf(schema),
      schema.description ?? '',
    ];
    return [row, ...propertiesOf(schema.items ?? schema, `${path}${name}${list}.`)];
  });
}
