import { z } from 'zod';
import type { Stage } from '../../domain/invoice/stage.ts';
import type { ListedInvoice } from '../../domain/reconcile.ts';
import { toSwedishDay } from '../mapping/date-time.ts';
import { stageName } from '../mapping/enums.ts';
import { AmountView } from '../mapping/views.ts';

const text = z.string().nullish();

/** InvoiceActionSubView (docs/facts/billecta.md 8.1), as far as it is compared. */
const InvoiceActionSubView = z.object({
  ActionPublicId: z.string().min(1),
  Stage: z.union([z.string(), z.number()]).nullish(),
  IsDisputed: z.boolean().nullish(),
  IsPaused: z.boolean().nullish(),
  CurrentAmount: AmountView,
  DueDate: text,
  NextEvent: text,
  NextEventDate: text,
});

/** @throws ZodError when it is no InvoiceActionSubView */
export function toListed(json: unknown): ListedInvoice {
  const row = InvoiceActionSubView.parse(json);
  return {
    actionPublicId: row.ActionPublicId,
    stages: stagesOf(row.Stage),
    disputed: row.IsDisputed ?? undefined,
    paused: row.IsPaused ?? undefined,
    currentAmount: row.CurrentAmount?.Value ?? undefined,
    currency: row.CurrentAmount?.CurrencyCode ?? undefined,
    dueDate: row.DueDate ? toSwedishDay(row.DueDate) : undefined,
    nextEvent: row.NextEvent === undefined ? undefined : row.NextEvent || null,
    nextEventDate: row.NextEventDate === undefined ? undefined : nextDay(row),
  };
}

/** The next event's day, as an invoice has it: none without an event. */
const nextDay = ({ NextEvent, NextEventDate }: z.infer<typeof InvoiceActionSubView>) =>
  (NextEvent && NextEventDate && toSwedishDay(NextEventDate)) || null;

/**
 * The stages that one of Billecta's may come to. A row has no credited amount, which separates credited from paid, and
 * not all the traces that show how far collection has come while a sale is asked for (stage.ts).
 */
function stagesOf(stage: string | number | null | undefined): readonly Stage[] | undefined {
  return stages[stageName(stage ?? 'Unknown')];
}

const ordinary: readonly Stage[] = ['sent', 'reminded', 'debt-collection'];

/** Shared, so that a hundred thousand rows share one list each. */
const stages: Record<string, readonly Stage[]> = {
  Created: ['draft'],
  Attested: ['attested'],
  InvoiceSent: ['sent'],
  ReminderInvoiceSent: ['reminded'],
  SentToDebtCollection: ['debt-collection'],
  Manual: ['manual'],
  Completed: ['paid', 'credited'],
  Cancelled: ['cancelled'],
  SaleRequestAccepted: ['sold'],
  SalesRequested: ordinary,
  SalesRequestedCancelled: ordinary,
  SalesRequestedDenied: ordinary,
};
