import { z } from 'zod';
import { readAnswer } from './read-answer.ts';

const Right = z.boolean().optional();

/** The caller's rights. No sample of Lime's REST shows them (docs/facts/lime.md 7). */
const Acl = z.looseObject({ read: Right, update: Right, create: Right });
type Right = 'read' | 'update' | 'create';

const Options = z.array(z.looseObject({ key: z.string().nullish(), inactive: z.boolean().nullish() }));
const Links = z.looseObject({ related_type: z.looseObject({ name: z.string().nullish() }).nullish() });

/** A part that has another form than expected counts as missing, so that it blocks no other property. */
const Property = z
  .looseObject({
    name: z.string(),
    type: z.string(),
    required: z.boolean().nullish().catch(null),
    length: z.number().nullish().catch(null),
    options: Options.nullish().catch(null),
    _links: Links.nullish().catch(null),
  })
  .transform(
    ({ name, type, required, length, options, _links }): LimeProperty => ({
      name,
      type,
      required: required ?? false,
      length: length ?? null,
      options: (options ?? []).flatMap(({ key, inactive }) =>
        key == null ? [] : [{ key, inactive: inactive ?? false }],
      ),
      leadsTo: _links?.related_type?.name ?? null,
    }),
  );

const Metadata = z
  .looseObject({
    name: z.string(),
    acl: Acl.nullish().catch(null),
    _embedded: z.looseObject({ properties: z.array(Property) }),
  })
  .transform(
    ({ name, acl, _embedded }): Limetype => ({ name, acl: acl ?? null, properties: _embedded.properties }),
  );

/** A property of a limetype. */
export interface LimeProperty {
  name: string;
  type: string;
  /** Lime refuses to empty it. */
  required: boolean;
  /** Of a text: the longest length, characters; null when Lime sets no limit. */
  length: number | null;
  options: ReadonlyArray<{ key: string; inactive: boolean }>;
  /** Of a relation: the limetype at its other end; null when Lime does not say. */
  leadsTo: string | null;
}

export interface Limetype {
  name: string;
  /** The caller's rights to its objects; an absent right is unknown, null is all unknown. */
  acl: { readonly [R in Right]?: boolean | undefined } | null;
  properties: readonly LimeProperty[];
}

/** Where Lime says what a limetype is, and perhaps what the caller may do with it. */
export const rightsPath = (name: string): string => `limetype/${encodeURIComponent(name)}/`;

const Rights = z.looseObject({ name: z.string(), acl: Acl.nullish().catch(null) });

/**
 * The caller's rights to a limetype by Lime's answer; an answer about another limetype says nothing about this one.
 *
 * @throws Fault `lime-unreadable` when that is no description of a limetype
 */
export function readRights(limetype: string, answer: unknown): Limetype['acl'] {
  const { name, acl } = readAnswer(Rights, answer);
  return name === limetype ? (acl ?? null) : null;
}

/** Where Lime describes a limetype. Without `_embed` the answer has no properties (docs/facts/lime.md 7). */
export const limetypePath = (name: string): string => `${rightsPath(name)}?_embed=properties`;

/** @throws Fault `lime-unreadable` when that is no description of a limetype with its properties */
export const readLimetype = (answer: unknown): Limetype => readAnswer(Metadata, answer);
