import { z } from 'zod';

const types = z.enum([
  'string',
  'text',
  'phone',
  'link',
  'integer',
  'decimal',
  'percent',
  'time',
  'date',
  'year',
  'quarter',
  'month',
  'yesno',
  'option',
  'set',
  'user',
  'xml',
  'file',
  'system',
  'belongsto',
  'hasone',
  'hasmany',
  'hasandbelongstomany',
]);

/** A property of a limetype, with the names that facts 7 (Metadata) has, and no other. */
const Property = z.strictObject({
  name: z.string().min(1),
  localname: z.string(),
  type: types,
  required: z.boolean(),
  length: z.int().positive().optional(),
  options: z.array(z.strictObject({ key: z.string(), text: z.string(), inactive: z.boolean() })).optional(),
  _links: z.strictObject({ related_type: z.strictObject({ name: z.string().min(1) }).optional() }),
});
export type Property = z.infer<typeof Property>;

/** A limetype; its properties only under `_embedded`. */
export const Limetype = z.strictObject({
  name: z.string().min(1),
  localname: z.strictObject({ singular: z.string(), plural: z.string() }),
  _links: z.strictObject({}),
  _embedded: z.strictObject({ properties: z.array(Property) }).optional(),
});

export const LimetypeList = z.strictObject({
  _links: z.strictObject({}),
  _embedded: z.strictObject({ limetypes: z.array(Limetype) }),
});

/** The properties of each limetype, by its name. */
export type Metadata = ReadonlyMap<string, readonly Property[]>;

export const metadataOf = (list: z.infer<typeof LimetypeList>): Metadata =>
  new Map(list._embedded.limetypes.map(({ name, _embedded }) => [name, _embedded?.properties ?? []]));
