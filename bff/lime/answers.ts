import { z } from 'zod';

/** Lime's answers, as far as we read them (facts/lime.md 7); other properties pass. */
export const LimeObject = z.looseObject({ _id: z.int() });

export const QueryAnswer = z.object({ objects: z.array(LimeObject) });

/** Whether `acl` comes over REST is to be confirmed; without it, what Lime lets a caller read is all we know. */
export const LimetypeAnswer = z.object({ acl: z.object({ update: z.boolean().optional() }).nullish() });

/** `relation` is how the web client's metadata has it; that REST has the same is to be confirmed. */
export const LimetypeProperties = z.object({
  properties: z.array(z.looseObject({ name: z.string(), relation: z.string().nullish() })).default([]),
});
