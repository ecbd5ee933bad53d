import type { Answer } from '../../resilience/connections.ts';
import { defaultWait } from '../../resilience/retry-after.ts';
import { codeOf, whyUnreachable } from '../../resilience/why-unreachable.ts';
import { Fault, type FaultDetails } from '../../services/shared/fault.ts';
import { ErrorView } from '../mapping/views.ts';
import type { Operation } from './operations.ts';

/** The fault of an answer that is no success. Ignores `RequestContent` of the body: it may echo the request. */
export function faultOfAnswer({ does, about }: Operation, id: string, answer: Answer): Fault {
  const { status, retryAfter } = answer;
  const billectaMessage = messageOf(answer.text);
  const subject = `${about} ${id}`;
  if (status === 401) {
    return new Fault('billecta-unauthorized', "Billecta does not accept the service's credential (401).");
  }
  if (status === 403) {
    const detail = billectaMessage ?? 'It gave no reason (403).';
    return new Fault(
      'billecta-forbidden',
      `Billecta does not allow the service ${does} of ${subject}: ${detail}`,
      words(billectaMessage),
    );
  }
  if (status === 429) {
    const details: FaultDetails = { retryAfter: retryAfter ?? defaultWait };
    return new Fault('billecta-rate-limited', 'Billecta asks us to wait before calling again.', details);
  }
  if (does === 'read' && (status === 404 || status === 400)) {
    return new Fault('missing-in-billecta', `Billecta does not know ${subject}.`, words(billectaMessage));
  }
  if (status === 404 || status === 405) {
    const detail = `Billecta knows ${subject} but not the call for ${does} (${status}). Tell your administrator.`;
    return new Fault('billecta-operation-unconfirmed', detail);
  }
  if (status >= 400 && status <= 499) {
    const detail = billectaMessage ?? `It gave no reason (${status}).`;
    return new Fault(
      'billecta-refused',
      `Billecta refused ${does} of ${subject}: ${detail}`,
      words(billectaMessage),
    );
  }
  return new Fault('billecta-failed', `Billecta failed on ${does} of ${subject} (${status}).`, {
    happened: does === 'read' ? 'no' : 'perhaps',
  });
}

const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The fault of a call without an answer. */
export function faultOfError({ method, about }: Operation, id: string, cause: unknown): Fault {
  const subject = `${about} ${id}`;
  const code = codeOf(cause) ?? '';
  const name = cause instanceof Error ? cause.name : '';
  if (neverSent.has(code)) {
    const why = whyUnreachable(cause);
    return new Fault(
      'billecta-unreachable',
      `Billecta cannot be reached${why}. Nothing was done to ${subject}.`,
      {
        cause,
      },
    );
  }
  const happened = method === 'GET' ? 'no' : 'perhaps';
  if (name === 'TimeoutError' || name === 'AbortError' || code.includes('TIMEOUT')) {
    return new Fault('billecta-timeout', `Billecta did not answer in time about ${subject}.`, {
      happened,
      cause,
    });
  }
  return new Fault(
    'billecta-unreachable',
    `The connection to Billecta broke${whyUnreachable(cause)}; ${subject} was asked about.`,
    {
      happened,
      cause,
    },
  );
}

function messageOf(text: string): string | undefined {
  try {
    return ErrorView.parse(JSON.parse(text)).Message.slice(0, 500);
  } catch {
    return undefined;
  }
}

const words = (billectaMessage: string | undefined): FaultDetails =>
  billectaMessage ? { billectaMessage } : {};
