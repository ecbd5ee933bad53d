import { z } from 'zod';
import type { Metadata, Property } from './metadata-form.ts';

const Midnight = z.string().regex(/^\d{4}-\d{2}-\d{2}T00:00:00[+-]\d{2}:\d{2}$/);
const Time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}[+-]\d{2}:\d{2}$/);
const Option = z.strictObject({ id: z.int(), key: z.string().min(1), text: z.string() });
const Link = z.strictObject({ href: z.url() });
const NamedLink = Link.extend({ name: z.string().min(1) });

/** What a property of a type is answered as (facts 7, Option field and Other types). */
function valueForm(type: Property['type']): z.ZodType {
  switch (type) {
    case 'string':
    case 'text':
    case 'phone':
    case 'link':
      return z.string();
    case 'integer':
    case 'belongsto':
    case 'hasone':
      return z.int().nullable();
    case 'decimal':
    case 'percent':
      return z.number().nullable();
    case 'yesno':
      return z.boolean();
    case 'option':
      return Option;
    case 'date':
      return Midnight.nullable();
    case 'time':
      return Time.nullable();
    default:
      return z.never();
  }
}

const isToMany = ({ type }: Property) => type === 'hasmany' || type === 'hasandbelongstomany';

/** An object of a limetype, with the names that facts 7 (Answer) and its metadata have, and no other. */
export function limeobjectForm(metadata: Metadata, limetype: string): z.ZodType {
  const properties = metadata.get(limetype) ?? [];
  const values = properties
    .filter((property) => !isToMany(property))
    .map(({ name, type }) => [name, valueForm(type)]);
  return z.strictObject({
    ...Object.fromEntries(values),
    _id: z.int(),
    _timestamp: Time,
    _descriptive: z.string(),
    _createduser: z.int(),
    _updateduser: z.int(),
    _createdtime: Time,
    _links: linksForm(properties),
    _embedded: embeddedForm(metadata, properties).optional(),
  });
}

export const limeobjectListForm = (metadata: Metadata, limetype: string): z.ZodType =>
  z.strictObject({
    _links: z.strictObject({ next: Link.optional() }),
    _embedded: z.strictObject({ limeobjects: z.array(limeobjectForm(metadata, limetype)) }),
  });

const relationsOf = (properties: readonly Property[]) =>
  properties.filter(({ _links }) => _links.related_type !== undefined);

const linksForm = (properties: readonly Property[]): z.ZodType =>
  z.strictObject({
    self: Link,
    limetype: NamedLink,
    ...Object.fromEntries(relationsOf(properties).map(({ name }) => [`relation_${name}`, NamedLink])),
    ...Object.fromEntries(
      properties.filter(({ type }) => type === 'hasmany').map(({ name }) => [`new_${name}`, Link]),
    ),
  });

const embeddedForm = (metadata: Metadata, properties: readonly Property[]): z.ZodType =>
  z.strictObject(
    Object.fromEntries(
      relationsOf(properties).map((property) => {
        const one = z.lazy(() => limeobjectForm(metadata, property._links.related_type?.name ?? ''));
        return [`relation_${property.name}`, (isToMany(property) ? z.array(one) : one).optional()];
      }),
    ),
  );
