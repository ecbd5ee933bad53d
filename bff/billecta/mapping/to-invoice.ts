import type { DebtorComment, Invoice } from '../../domain/invoice/invoice.ts';
import { toInstant, toSwedishDay } from './date-time.ts';
import { eventTypeName } from './enums.ts';
import { toAmounts } from './money.ts';
import { toNextEvent } from './next-event.ts';
import { pickFields } from './pick-fields.ts';
import { toStage } from './stage.ts';
import { InvoiceActionView } from './views.ts';

/**
 * @param paths - the fields that are wanted besides
 * @throws ZodError when it is no InvoiceActionView, Error when whether it is disputed cannot be read
 */
export function toInvoice(json: unknown, paths: readonly string[] = []): Invoice {
  return ofView(InvoiceActionView.parse(json), json, paths);
}

/** @param json - what the view was read from */
export function ofView(view: InvoiceActionView, json: unknown, paths: readonly string[]): Invoice {
  const { State } = view;
  const amounts = toAmounts(view);
  const occurred = (view.Events ?? []).filter((event) => event.HasOccured === true);
  return {
    actionPublicId: view.ActionPublicId,
    creditorPublicId: view.CreditorPublicId ?? null,
    debtorPublicId: view.Debtor?.DebtorPublicId || null,
    invoiceNumber: view.InvoiceNumber || null,
    stage: toStage(view, amounts),
    disputedSince: disputedSince(view, occurred),
    paused: State.IsPaused === true,
    pausedSince: State.IsPaused ? (lastOf(occurred, ['Paused'])?.at ?? null) : null,
    amounts,
    dueDate: view.DueDate ? (toSwedishDay(view.DueDate) ?? null) : null,
    nextEvent: toNextEvent(view),
    permits: {
      dispute: view.CanDispute ?? null,
      'cancel-dispute': view.CanUnDispute ?? null,
      pause: view.CanPause ?? null,
      resume: view.CanResume ?? null,
    },
    occurred: occurred.flatMap((event) => event.EventPublicId ?? []),
    debtorComment: lastComment(occurred),
    fields: pickFields(json, paths),
  };
}

/** Characters. */
const longestComment = 2_000;

/**
 * The creditor's own comments are another type of event. Of two of the same second, the log's later one is the last.
 */
function lastComment(occurred: Events): DebtorComment | null {
  return occurred
    .filter((event) => eventTypeName(event.EventType ?? '') === 'CommentedByDebtor')
    .flatMap(({ EventPublicId: id, EventDate, Content, Title }): DebtorComment[] => {
      const at = toInstant(EventDate ?? '');
      return id && at ? [{ id, at, text: (Content || Title || '').slice(0, longestComment) }] : [];
    })
    .reduce<DebtorComment | null>((last, each) => (last && last.at > each.at ? last : each), null);
}

type Events = NonNullable<InvoiceActionView['Events']>;

/**
 * Disputed is a date, and whether it goes away again when the dispute is cancelled is to be confirmed: where the event
 * log reports a cancelled dispute later than the last one, there is none.
 *
 * @throws Error for a date that cannot be read: the invoice may be disputed
 */
function disputedSince({ State }: InvoiceActionView, occurred: Events): string | null {
  const date = State.DisputedDate?.trim() ?? '';
  if (date === '' || noDate.test(date)) return null;
  if (lastOf(occurred, ['Disputed', 'UnDisputed'])?.type === 'UnDisputed') return null;
  const since = toInstant(date);
  if (since === undefined) throw new Error(`State.DisputedDate cannot be read: ${date.slice(0, 40)}`);
  return since;
}

/** .NET writes an empty date as year 1, and an endless one as year 9999 (docs/facts/billecta.md 1.1). */
const noDate = /^(0001-01-01|9999-12-31)/;

/** The last event of these types. The log is in order of time, but nothing says so, and two may share a second. */
function lastOf(events: Events, types: readonly string[]): { type: string; at: string } | undefined {
  return events
    .map((event) => ({ type: eventTypeName(event.EventType ?? ''), date: event.EventDate ?? '' }))
    .filter(({ type }) => types.includes(type))
    .map(({ type, date }) => ({ type, at: toInstant(date) ?? '' }))
    .reduce<{ type: string; at: string } | undefined>(
      (last, each) => (last && last.at > each.at ? last : each),
      undefined,
    );
}
