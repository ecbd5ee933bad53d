import { OpenAPIHono, z } from '@hono/zod-openapi';
import { Problem } from '../contract/problem.ts';
import { Fault } from '../services/shared/fault.ts';
import type { Env } from './env.ts';

/** A router whose routes check requests against the contract; a mismatch is `invalid-request`. */
export const router = () =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new Fault('invalid-request', z.prettifyError(result.error));
    },
  });

/** Written as digits alone: `0x3e9` or a space before it names no invoice. */
export const limeId = z
  .string()
  .regex(/^\d{1,16}$/, 'must be a whole number')
  .transform(Number)
  .pipe(z.int().positive().max(Number.MAX_SAFE_INTEGER))
  .openapi({ type: 'integer', example: 1001 });

/** Ids as `1,2,3`, at most 200; repeated ones count once. */
export const limeIds = z
  .string()
  .transform((text) => [...new Set(text.split(','))])
  .pipe(z.array(limeId).min(1).max(200))
  .openapi({ type: 'string', example: '1001,1002' });

/** A JSON body that has to come. */
export const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true,
});

/** Values with commas between, as `pending,dead`. */
export const listOf = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1));

export const json = <T>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** Any answer that is no success. */
export const problem = {
  default: { description: 'A problem', content: { 'application/problem+json': { schema: Problem } } },
} as const;
