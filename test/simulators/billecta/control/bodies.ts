import { z } from 'zod';
import type { InvoiceSeed } from '../seed/invoice-seed.ts';

export const amountBody = z.strictObject({ amountMinor: z.int().positive().exactOptional() });

export const unmatchedBody = z.strictObject({ amountMinor: z.int().positive() });

export const matchBody = z.strictObject({ usedOnActionPublicId: z.string() });

export const approvalBody = z.strictObject({ stage: z.enum(['Approved', 'Removed', 'Pending']) });

export const reasonBody = z.strictObject({ reason: z.string().exactOptional() });

export const commentBody = z.strictObject({
  who: z.enum(['debtor', 'creditor']).default('debtor'),
  text: z.string().min(1).default('Jag har redan betalat den här fakturan.'),
});

export const deliveryBody = z.strictObject({
  delivered: z.boolean().default(false),
  reason: z.string().nullable().default('E-postadressen finns inte'),
});

export const feeBody = z.strictObject({ feeMinor: z.int().nonnegative().exactOptional() });

export const debtorBody = z.strictObject({
  name: z.string().exactOptional(),
  orgNo: z.string().exactOptional(),
  email: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  address: z.string().exactOptional(),
  zipCode: z.string().exactOptional(),
  city: z.string().exactOptional(),
  externalId: z.string().exactOptional(),
});

const stages = [
  'Created',
  'Attested',
  'InvoiceSent',
  'ReminderInvoiceSent',
  'SentToDebtCollection',
  'Manual',
  'Completed',
  'Cancelled',
] as const;

const autogiroStages = ['Pending', 'Approved', 'Failed', 'Removed'] as const;

export const seedBody = z.strictObject({
  stage: z.enum(stages).exactOptional(),
  disputed: z.boolean().exactOptional(),
  paused: z.boolean().exactOptional(),
  dueInDays: z.int().exactOptional(),
  amountMinor: z.int().positive().exactOptional(),
  paidMinor: z.int().positive().exactOptional(),
  writtenOffMinor: z.int().positive().exactOptional(),
  credited: z.boolean().exactOptional(),
  reminderFeeMinor: z.int().nonnegative().exactOptional(),
  currency: z.string().length(3).exactOptional(),
  invoiceNumber: z.string().exactOptional(),
  externalReference: z.string().exactOptional(),
  autogiro: z.boolean().exactOptional(),
  debtor: debtorBody
    .extend({ publicId: z.guid().exactOptional(), autogiro: z.enum(autogiroStages).exactOptional() })
    .exactOptional(),
  actionPublicId: z
    .string()
    .regex(/^\d{10}$/)
    .exactOptional(),
}) satisfies z.ZodType<InvoiceSeed>;

export const webhookBody = z.strictObject({
  url: z.url(),
  headers: z.record(z.string(), z.string()).default({}),
  events: z.array(z.string()).exactOptional(),
});
