import { z } from 'zod';

/** An id, as a number or as the text of one. */
export const LimeId = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^[1-9]\d{0,15}$/)
    .transform(Number),
]);

/** Lime's answers, as far as the service reads them (docs/facts/lime.md 7); other properties pass. */
export const LimeObject = z.looseObject({ _id: LimeId });

export const QueryAnswer = z.looseObject({ objects: z.array(LimeObject) });

export const ListAnswer = z.looseObject({
  _embedded: z.looseObject({ limeobjects: z.array(LimeObject) }),
});
