import { z } from 'zod';

const CreditorView = z.object({ CreditorPublicId: z.string().min(1) });

/** @throws ZodError when it is no array of CreditorView */
export const toCreditorIds = (json: unknown): string[] =>
  z
    .array(CreditorView)
    .parse(json)
    .map(({ CreditorPublicId }) => CreditorPublicId);
