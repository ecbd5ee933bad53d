import type { EnvelopeName } from './webhooks/envelope.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Where an operation lives; `{id}` stands for the ActionPublicId. */
export interface OperationPath {
  readonly method: HttpMethod;
  readonly path: string;
}

/** The four commands, whose method and path no source confirms (facts 4). */
export type Command = 'dispute' | 'cancel-dispute' | 'pause' | 'resume';

type OperationTable = Readonly<Record<Command, OperationPath>>;

const at = (method: HttpMethod, verb: string): OperationPath => ({
  method,
  path: `/v1/invoice/${verb}/{id}`,
});

/** Every method and path that facts 4.1 lists for a command; the first is the default. */
export const operationAlternatives: Readonly<Record<Command, readonly OperationPath[]>> = {
  dispute: [at('PUT', 'dispute'), at('POST', 'dispute')],
  'cancel-dispute': [at('DELETE', 'dispute'), at('PUT', 'canceldispute'), at('PUT', 'undispute')],
  pause: [at('PUT', 'pause'), at('POST', 'pause')],
  resume: [at('PUT', 'resume'), at('DELETE', 'pause')],
};

/** At most `max` accepted requests in any `ms` milliseconds. */
export interface RateWindow {
  readonly ms: number;
  readonly max: number;
}

/**
 * What the facts sheet leaves open, one property a question. The simulator behaves as one candidate at a time;
 * a test that must hold for all of them starts one simulator for each.
 */
export interface Candidates {
  /** Method and path of the four commands (facts 4, 4.1). */
  readonly operations: OperationTable;
  /** What a command must carry: nothing in particular, a JSON object, or one with its ActionPublicId (4.1). */
  readonly commandBody: 'empty' | 'object' | 'action-public-id';
  /** A command on an invoice that already is so (3.3, question 7). */
  readonly repeat: 'refuse' | 'accept';
  /** Whether an invoice can be disputed and paused at the same time (question 7). */
  readonly bothFlags: 'allow' | 'refuse';
  /** State.DisputedDate after a dispute is cancelled (question 8). */
  readonly disputedDateAfterCancel: 'null' | 'kept';
  /** State.NextEvent while disputed or paused (5.2). */
  readonly nextEventOnHold: 'empty' | 'kept';
  /** What the lists' NextEvent says: the same text as the invoice's, or the type's name (4.3). */
  readonly listNextEvent: 'as-invoice' | 'type';
  /** What an overdue invoice does when its hold is lifted (4, question 9). */
  readonly overdueWhenReleased: 'waits' | 'reminds-at-once';
  /** Whether the four commands are possible after SentToDebtCollection (question 11). */
  readonly commandsInDebtCollection: boolean;
  /** Whether the four commands raise InvoiceActionStateChanged (6.4, question 5). */
  readonly commandsRaiseStateChanged: boolean;
  /** What the two AmountCreditedOnInvoice of one crediting tell of (6.4, question 6). */
  readonly creditedWebhooks: 'original-and-credit-invoice' | 'original-twice' | 'once';
  /** Which view OverpaymentMatchedToInvoice carries (6.4). */
  readonly overpaymentMatchedPayload: 'unhandled-payment' | 'incoming-payment';
  /** Which view the two AutogiroApproval events carry: an approval has no ids, so the debtor comes second (6.4). */
  readonly autogiroApprovalPayload: 'debtor' | 'approval';
  /** Which view the two AutogiroWithdrawal events carry; the reason is beside the first, and within the second (6.4). */
  readonly autogiroWithdrawalPayload: 'invoice' | 'payment-status';
  /** Whether an invoice has its `Can…` flags: they came between 2021 and 2024 (5.2). */
  readonly flags: 'sent' | 'missing';
  /** Shape of a webhook body (6.3). */
  readonly envelope: EnvelopeName;
  /** Wire form of date-times: the space, a `T`, or a `T` without offset in Swedish time (1.1). */
  readonly dateTimes: 'space' | 't' | 'local';
  /** Enums as names or as numbers (1.3). */
  readonly enums: 'names' | 'numbers';
  /** Status for an id that does not exist (3.1). */
  readonly notFound: 404 | 400;
  /** Method that fetches a token (2). */
  readonly tokenMethod: 'POST' | 'GET';
  /** Answer to that: SecureTokenView, a bare string, or the key SecureToken (2). */
  readonly tokenAnswer: 'view' | 'string' | 'secure-token';
  /** Limits of `GET /v1/invoice/action/{id}` (3.2); none when empty. */
  readonly rateLimit: readonly RateWindow[];
  /** Whether a 429 carries Retry-After (3.2). */
  readonly retryAfter: boolean;
}

const defaultCandidates: Candidates = {
  operations: {
    dispute: at('PUT', 'dispute'),
    'cancel-dispute': at('DELETE', 'dispute'),
    pause: at('PUT', 'pause'),
    resume: at('PUT', 'resume'),
  },
  commandBody: 'empty',
  repeat: 'refuse',
  bothFlags: 'allow',
  disputedDateAfterCancel: 'null',
  nextEventOnHold: 'empty',
  listNextEvent: 'as-invoice',
  overdueWhenReleased: 'waits',
  commandsInDebtCollection: false,
  commandsRaiseStateChanged: false,
  creditedWebhooks: 'original-and-credit-invoice',
  overpaymentMatchedPayload: 'unhandled-payment',
  autogiroApprovalPayload: 'debtor',
  autogiroWithdrawalPayload: 'invoice',
  flags: 'sent',
  envelope: 'billecta',
  dateTimes: 'space',
  enums: 'names',
  notFound: 404,
  tokenMethod: 'POST',
  tokenAnswer: 'view',
  rateLimit: [
    { ms: 60_000, max: 600 },
    { ms: 10_000, max: 100 },
  ],
  retryAfter: false,
};

/** What a caller may override: any candidate, and any single operation. */
export type CandidateOverrides = Partial<Omit<Candidates, 'operations'>> & {
  readonly operations?: Partial<OperationTable>;
};

export function chooseCandidates(overrides: CandidateOverrides = {}): Candidates {
  const operations = { ...defaultCandidates.operations, ...overrides.operations };
  return { ...defaultCandidates, ...overrides, operations };
}
