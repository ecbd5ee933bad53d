import { z } from '@hono/zod-openapi';
import { causes } from '../domain/cause.ts';

/** Why something could not be done, as failures are grouped and shown. */
export const Cause = z.enum(causes).openapi('Cause');
export type Cause = z.infer<typeof Cause>;
