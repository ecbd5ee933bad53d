import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Candidates } from '../options.ts';

/** A refusal of the REST API. Its body has no known schema (facts 7): clients must go by the status alone. */
export class RestError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    message: string,
  ) {
    super(message);
  }
}

export const notFound = () => new RestError(404, 'Not found');
export const forbidden = () => new RestError(403, 'Forbidden');
export const invalid = (message: string) => new RestError(400, message);

export function answerError(c: Context, error: Error, format: Candidates['errorBody']): Response {
  if (!(error instanceof RestError)) throw error;
  const { status, message } = error;
  return format === 'json' ? c.json({ message }, status) : c.text(message, status);
}
