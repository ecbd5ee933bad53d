import type { z } from 'zod';
import { Fault } from '../../services/shared/fault.ts';

/** @throws Fault `lime-unreadable` when the text is no JSON, such as the page of a log-in */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault('lime-unreadable', `Lime's answer is not JSON. ${whatToCheck}`, { cause });
  }
}

/** @throws Fault `lime-unreadable` when the answer is not as expected; its message names the first fault */
export function readAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') || 'the whole of it';
  const message = `Lime's answer has another form than expected (${where}: ${issue?.message}). ${whatToCheck}`;
  throw new Fault('lime-unreadable', message, { cause: result.error });
}

const whatToCheck = "Check that LIME_URL is the address of Lime's application.";
