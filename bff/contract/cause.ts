import { z } from '@hono/zod-openapi';

/** Why something could not be done, as failures are grouped and told. */
export const Cause = z
  .enum([
    'lime-unreachable',
    'lime-refused',
    'lime-unreadable',
    'lime-object-missing',
    'billecta-unreachable',
    'billecta-refused',
    'rate-limited',
    'unreadable',
    'bug',
  ])
  .openapi('Cause');
export type Cause = z.infer<typeof Cause>;
