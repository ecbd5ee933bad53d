import { OpenAPIHono, z } from '@hono/zod-openapi';
import { Problem } from '../contract/problem.ts';
import { Fault } from '../services/fault.ts';
import type { Env } from './env.ts';

/** A router whose routes check what comes in against the contract; what does not fit is `invalid-request`. */
export const router = () =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new Fault('invalid-request', z.prettifyError(result.error));
    },
  });

export const limeId = z.coerce
  .number<string>()
  .int()
  .positive()
  .max(Number.MAX_SAFE_INTEGER)
  .openapi({ example: 1001 });

/** Ids as `1,2,3`, at most 200; repeated ones count once. */
export const limeIds = z
  .string()
  .transform((text) => [...new Set(text.split(','))])
  .pipe(z.array(limeId).min(1).max(200))
  .openapi({ type: 'string', example: '1001,1002' });

export const json = <T>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** Any answer that is no success. */
export const problem = {
  default: { description: 'A problem', content: { 'application/problem+json': { schema: Problem } } },
} as const;
