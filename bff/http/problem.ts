import type { Context as HonoContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem, ProblemCode } from '../contract/problem.ts';
import { Fault } from '../services/shared/fault.ts';
import type { Env } from './env.ts';

/** Status and title of every code: the one place where a fault becomes HTTP. */
const answers: Record<ProblemCode, readonly [ContentfulStatusCode, string]> = {
  'invalid-request': [400, 'The request is not valid'],
  'not-json': [400, 'The body is not JSON'],
  'not-an-invoice': [400, 'The record is not an invoice'],
  'too-large': [413, 'The body is too large'],
  'too-many-invoices': [422, 'Too many invoices at a time'],
  'unsupported-media-type': [415, 'The body must be application/json'],
  unauthenticated: [401, 'Not logged in'],
  forbidden: [403, 'Not allowed in Lime'],
  'right-unproven': [403, 'Not proven to be allowed in Lime'],
  'cross-origin': [403, 'The request comes from another site'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'The method is not allowed here'],
  'too-many-requests': [429, 'Too many requests'],
  'too-many-streams': [503, 'Too many live streams'],
  'idempotency-key-reused': [409, 'The Idempotency-Key was used for another request'],
  'not-synced': [409, 'The invoice is not synced to Billecta'],
  'not-allowed': [409, 'The invoice does not take this command now'],
  'missing-in-billecta': [409, 'The invoice is missing in Billecta'],
  'billecta-refused': [409, 'Billecta refused'],
  'billecta-unauthorized': [502, "Billecta does not accept the service's credential"],
  'billecta-forbidden': [409, 'Billecta does not allow it'],
  'billecta-operation-unconfirmed': [502, 'Billecta does not know this call'],
  'billecta-unreachable': [502, 'Billecta cannot be reached'],
  'billecta-timeout': [504, 'Billecta did not answer in time'],
  'billecta-failed': [502, 'Billecta failed'],
  'billecta-rate-limited': [503, 'Billecta asks us to wait'],
  'lime-unreachable': [502, 'Lime cannot be reached'],
  'lime-timeout': [504, 'Lime did not answer in time'],
  'lime-failed': [502, 'Lime failed'],
  'lime-refused': [502, 'Lime refused'],
  'lime-unreadable': [502, "Lime's answer cannot be read"],
  'lime-rate-limited': [503, 'Lime asks us to wait'],
  'task-expired': [409, 'It took too long to get to the invoice'],
  'storage-unavailable': [503, 'The service cannot store anything now'],
  internal: [500, 'Something went wrong in the service'],
};

/** Answers a fault as problem+json. Any other error is answered as `internal`, and only logged in full. */
export function answerProblem(c: HonoContext<Env>, error: unknown): Response {
  const fault = toFault(error);
  c.set('fault', fault.code === 'internal' ? error : fault);
  const [status, title] = answers[fault.code];
  const problem: Problem = {
    type: `urn:limepkg-billecta-integration:problem:${fault.code}`,
    title,
    status,
    code: fault.code,
    detail: fault.message,
    requestId: c.var.requestId,
    ...(fault.reason && { reason: fault.reason }),
    ...(fault.happened === 'perhaps' && { outcome: 'unknown' as const }),
    ...(fault.billectaMessage && { billectaMessage: fault.billectaMessage }),
  };
  if (fault.retryAfter !== undefined) c.header('Retry-After', String(fault.retryAfter));
  return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' });
}

/** A caller who hangs up in the middle of a body, as node reports it. */
const isHangUp = (error: unknown) =>
  error instanceof Error &&
  (error.message === 'aborted' || (error as { code?: unknown }).code === 'ECONNRESET');

function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof HTTPException && error.status === 400) return new Fault('not-json', error.message);
  if (isHangUp(error)) return new Fault('not-json', 'The request ended before its body did.');
  if (error instanceof HTTPException && error.status === 413) return new Fault('too-large', error.message);
  return new Fault(
    'internal',
    'Something went wrong. The administrator finds it in the log by the requestId.',
  );
}
