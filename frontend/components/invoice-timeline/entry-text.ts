import type { CommandName, CommandState } from '../../../bff/contract/command.ts';
import type { TimelineEntry } from '../../../bff/contract/timeline.ts';
import type { TextKey } from '../../i18n/en.ts';
import { eventText } from '../../i18n/event-text.ts';
import { dayText } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';
import { commandMeta } from '../../shared/commands/command-meta.ts';

/** An entry of the timeline as it is shown. */
export interface EntryText {
  icon: string;
  title: string;
  /** From where, until when, what came of it. */
  details: string[];
  /** What a user or the debtor wrote, word for word. */
  quote?: string;
}

type CommandEntry = Extract<TimelineEntry, { kind: 'command' }>;
type NoticeEntry = Extract<TimelineEntry, { kind: 'notice' }>;

/** Billecta's name for what each command comes to. */
const outcomes: Record<CommandName, string> = {
  dispute: 'Disputed',
  'cancel-dispute': 'UnDisputed',
  pause: 'Paused',
  resume: 'Resumed',
};

/** Of the events that a reader looks for. */
const icons: Record<string, string> = {
  Disputed: commandMeta.dispute.icon,
  UnDisputed: commandMeta['cancel-dispute'].icon,
  Paused: commandMeta.pause.icon,
  Resumed: commandMeta.resume.icon,
  Attested: 'checkmark',
  InvoiceSent: 'sent',
  InvoiceDue: 'expired',
  ReminderInvoiceSent: 'alarm',
  SentToDebtCollection: 'law',
  Paid: 'paid_bill',
  Completed: 'ok',
  CommentedByDebtor: 'complaint',
};

const notices: Record<NoticeEntry['notice'], { icon: string; title: TextKey }> = {
  'autogiro-failed': { icon: 'error', title: 'chip.autogiro.failed' },
  'autogiro-renewed': { icon: 'restart', title: 'chip.autogiro.renewed' },
  'approval-failed': { icon: 'error', title: 'notice.approval-failed' },
  'approval-changed': { icon: 'edit', title: 'notice.approval-changed' },
  undelivered: { icon: 'unavailable', title: 'chip.undelivered' },
  delivered: { icon: 'ok', title: 'notice.delivered' },
};

/** @param reasonWords - Billecta's name of an autogiro reason in words; undefined while these are fetched */
export function entryText(
  entry: TimelineEntry,
  t: Translator,
  reasonWords: (code: string) => string | undefined = () => undefined,
): EntryText {
  switch (entry.kind) {
    case 'billecta': {
      const { type, title, content, by } = entry;
      return {
        icon: icons[type] ?? 'invoice',
        title: eventText(type, title, t),
        details: [whoInBillecta(by, t)],
        ...(content ? { quote: content } : {}),
      };
    }
    case 'command':
      return {
        ...commandTitle(entry, t),
        details: detailsOf(entry, t),
        ...(entry.comment ? { quote: entry.comment } : {}),
      };
    case 'plan-ended':
      return {
        icon: 'calendar',
        title: t.text('timeline.plan', { date: dayText(entry.until, t.locale) }),
        details: [t.text(`plan-end.${entry.why}`)],
      };
    case 'notice':
      return noticeText(entry, t, reasonWords);
  }
}

/** A command that found the invoice as it asked for has left no more than what was written. */
function commandTitle({ name, effect }: CommandEntry, t: Translator): Pick<EntryText, 'icon' | 'title'> {
  if (effect === 'none') return { icon: 'edit', title: t.text('dialog.comment') };
  if (effect === 'end-changed') return { icon: 'calendar', title: t.text('task.end-changed') };
  return { icon: commandMeta[name].icon, title: eventText(outcomes[name], null, t) };
}

/** Why a delivery failed is said in Billecta's words, which are quoted. */
function noticeText(
  { notice, reason }: NoticeEntry,
  t: Translator,
  reasonWords: (code: string) => string | undefined,
): EntryText {
  const { icon, title } = notices[notice];
  const isDelivery = notice === 'undelivered' || notice === 'delivered';
  const why = reason && !isDelivery ? reasonWords(reason) : undefined;
  return {
    icon,
    title: t.text(title),
    details: [t.text('origin.billecta'), ...(why ? [why] : [])],
    ...(reason && isDelivery ? { quote: reason } : {}),
  };
}

/** Billecta does most things automatically, and then names itself; what a program did, it calls `API`. */
function whoInBillecta(by: string | null, t: Translator): string {
  if (!by || by.toLowerCase() === 'billecta') return t.text('origin.billecta');
  if (by.toLowerCase() === 'api') return t.text('origin.billecta.api');
  return t.text('origin.billecta.by', { name: by });
}

function detailsOf(entry: CommandEntry, t: Translator): string[] {
  const { origin, until, reason, state, commentSent, billecta, effect } = entry;
  const outcome = effect === 'none' ? t.text('task.unchanged') : stateText(state, t);
  return [
    t.text(`origin.${origin}`),
    ...(billecta ? [t.text('timeline.confirmed')] : []),
    ...(until ? [t.text('timeline.until', { date: dayText(until, t.locale) })] : []),
    ...(reason ? [t.text(`dispute-reason.${reason}`)] : []),
    ...(outcome ? [outcome] : []),
    ...(commentSent ? [t.text(`comment-sent.${commentSent}`)] : []),
  ];
}

/** What came of a command, unless it came to what its title says. */
function stateText(state: CommandState, t: Translator): string | undefined {
  switch (state) {
    case 'requested':
      return t.text('chip.sending');
    case 'accepted':
    case 'unknown':
      return t.text('chip.checking');
    case 'refused':
    case 'failed':
      return t.text(`timeline.${state}`);
    case 'confirmed':
      return undefined;
  }
}
