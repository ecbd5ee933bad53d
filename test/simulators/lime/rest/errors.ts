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
/** Lime refuses what is not valid with a status 4xx; which one is a candidate. */
export const invalid = (message: string) => new RestError(400, message);

export function answerError(c: Context, error: Error, candidates: Candidates): Response {
  if (!(error instanceof RestError)) throw error;
  const { message } = error;
  const status = error.status === 400 ? candidates.invalidStatus : error.status;
  return candidates.errorBody === 'json' ? c.json({ message }, status) : c.text(message, status);
}
