import { z } from 'zod';
import type { Fault } from '../faults/fault.ts';

const operations = [
  'command',
  'dispute',
  'cancel-dispute',
  'pause',
  'resume',
  'invoice',
  'attest',
  'open',
  'closed',
  'creditors',
  'creditor',
  'debtor',
  'authenticate',
] as const;

const times = z.int().positive().exactOptional();
const onCalls = { operation: z.enum(operations).exactOptional(), times };
const onWebhooks = { event: z.string().exactOptional(), times };
const ms = z.int().nonnegative();

/** A fault as `POST /control/faults` takes it. */
export const faultBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('outage'), how: z.enum(['status', 'cut']).exactOptional(), ...onCalls }),
  z.strictObject({ kind: z.literal('slow'), ms: ms.default(3000), ...onCalls }),
  z.strictObject({ kind: z.literal('lostAnswer'), ...onCalls }),
  z.strictObject({ kind: z.literal('error500'), ...onCalls }),
  z.strictObject({ kind: z.literal('tooManyRequests'), retryAfterSeconds: ms.exactOptional(), ...onCalls }),
  z.strictObject({ kind: z.literal('refuse'), message: z.string().exactOptional(), ...onCalls }),
  z.strictObject({ kind: z.literal('dropped'), ...onWebhooks }),
  z.strictObject({ kind: z.literal('duplicated'), ...onWebhooks }),
  z.strictObject({ kind: z.literal('delayed'), ms: ms.exactOptional(), ...onWebhooks }),
  z.strictObject({ kind: z.literal('reordered'), ms: ms.exactOptional(), ...onWebhooks }),
]) satisfies z.ZodType<Fault>;
