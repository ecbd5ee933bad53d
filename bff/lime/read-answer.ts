import type { z } from 'zod';
import { Fault } from '../services/fault.ts';

/** @throws Fault `lime-failed` when the text is no JSON */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault('lime-failed', 'Lime answered something that is no JSON.', { cause });
  }
}

/** @throws Fault `lime-failed` when the answer is not what was asked for */
export function readAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw new Fault('lime-failed', 'Lime answered something that cannot be read.', { cause: result.error });
}
