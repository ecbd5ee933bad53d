import { z } from 'zod';

/** A property of a limetype, as Lime's metadata tells of it (facts/lime.md 7). */
const Property = z.looseObject({
  name: z.string(),
  type: z.string(),
  length: z.number().nullish(),
  options: z.array(z.looseObject({ key: z.string(), inactive: z.boolean().nullish() })).nullish(),
});
export type LimeProperty = z.infer<typeof Property>;

export const Limetype = z.looseObject({ properties: z.array(Property) });
