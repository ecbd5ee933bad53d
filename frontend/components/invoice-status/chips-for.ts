import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus, Stage } from '../../../bff/contract/invoice-status.ts';
import type { TextKey } from '../../i18n/en.ts';
import { shortDayText, shortInstantDayText } from '../../i18n/format.ts';
import type { Values } from '../../i18n/text.ts';

/** What a chip's colour says; it never says anything that the words do not. */
type Tone = 'neutral' | 'good' | 'stopped' | 'attention' | 'danger';

export interface StatusChip {
  id:
    | 'stage'
    | 'part-paid'
    | 'overpaid'
    | 'written-off'
    | 'disputed'
    | 'paused'
    | 'overdue'
    | 'autogiro'
    | 'comment'
    | 'undelivered'
    | 'not-synced'
    | 'loading'
    | 'under-way'
    | 'unavailable';
  text: TextKey;
  values?: Values;
  icon: string;
  tone: Tone;
}

export const loadingChip: StatusChip = {
  id: 'loading',
  text: 'chip.loading',
  icon: 'hourglass',
  tone: 'neutral',
};

export const unavailableChip: StatusChip = {
  id: 'unavailable',
  text: 'chip.unavailable',
  icon: 'error_cloud',
  tone: 'attention',
};

const stages: Record<Stage, { icon: string; tone: Tone }> = {
  draft: { icon: 'edit', tone: 'neutral' },
  attested: { icon: 'checkmark', tone: 'neutral' },
  sent: { icon: 'sent', tone: 'neutral' },
  reminded: { icon: 'alarm', tone: 'attention' },
  'debt-collection': { icon: 'law', tone: 'danger' },
  paid: { icon: 'paid_bill', tone: 'good' },
  credited: { icon: 'receipt', tone: 'neutral' },
  cancelled: { icon: 'cancel', tone: 'neutral' },
  manual: { icon: 'settings', tone: 'neutral' },
  sold: { icon: 'money', tone: 'neutral' },
  unknown: { icon: 'question', tone: 'neutral' },
};

type Amounts = NonNullable<InvoiceStatus['amounts']>;

/** How chips write days: without the year that it is now, in the locale. */
export interface DayStyle {
  now: Date;
  locale: string;
}

/**
 * The chips that show an invoice's state: what is under way, then stage, what is paid in part or too much, or written off,
 * disputed since, paused until, overdue, in trouble with autogiro, and what has not been marked as read: each
 * independent of the others.
 *
 * @param sending - a command of this page that has not been answered yet
 */
export function chipsFor(status: InvoiceStatus, sending: CommandName | null, style: DayStyle): StatusChip[] {
  return [...underWay(status, sending), ...truth(status, style)];
}

function truth(status: InvoiceStatus, { now, locale }: DayStyle): StatusChip[] {
  if (status.actionPublicId === null)
    return [{ id: 'not-synced', text: 'chip.not-synced', icon: 'disconnected', tone: 'neutral' }];
  if (status.asOf === null) return [loadingChip];
  const chips: StatusChip[] = [{ id: 'stage', text: `stage.${status.stage}`, ...stages[status.stage] }];
  const { amounts, disputed, paused } = status;
  if (amounts) chips.push(...money(amounts));
  if (disputed)
    chips.push({
      id: 'disputed',
      text: 'chip.disputed',
      values: { date: shortInstantDayText(disputed.since, now, locale) },
      icon: 'scales',
      tone: 'stopped',
    });
  if (paused)
    chips.push({
      id: 'paused',
      ...(paused.until
        ? { text: 'chip.paused.until', values: { date: shortDayText(paused.until, now, locale) } }
        : { text: 'chip.paused' }),
      icon: 'circled_pause',
      tone: 'stopped',
    });
  if (status.overdue > 0)
    chips.push({
      id: 'overdue',
      text: 'chip.overdue',
      values: { count: status.overdue },
      icon: 'expired',
      tone: 'danger',
    });
  if (status.autogiro)
    chips.push({
      id: 'autogiro',
      text: `chip.autogiro.${status.autogiro.state}`,
      icon: 'error',
      tone: status.autogiro.state === 'failed' ? 'danger' : 'attention',
    });
  if (status.unread.delivery)
    chips.push({ id: 'undelivered', text: 'chip.undelivered', icon: 'unavailable', tone: 'danger' });
  if (status.unread.comment)
    chips.push({ id: 'comment', text: 'chip.comment', icon: 'complaint', tone: 'attention' });
  return chips;
}

function money({ invoiced, current, paid, credited, writtenOff }: Amounts): StatusChip[] {
  const chips: StatusChip[] = [];
  if (paid > 0 && current > 0)
    chips.push({ id: 'part-paid', text: 'chip.part-paid', icon: 'cash', tone: 'neutral' });
  if (paid > 0 && paid > invoiced - credited - writtenOff)
    chips.push({ id: 'overpaid', text: 'chip.overpaid', icon: 'cash', tone: 'attention' });
  if (writtenOff > 0) {
    const text = current > 0 || paid > 0 ? 'chip.part-written-off' : 'chip.written-off';
    chips.push({ id: 'written-off', text, icon: 'cancel', tone: 'neutral' });
  }
  return chips;
}

function underWay({ pendingCommand }: InvoiceStatus, sending: CommandName | null): StatusChip[] {
  const text = sending ? 'chip.sending' : pendingText(pendingCommand?.state);
  return text ? [{ id: 'under-way', text, icon: 'hourglass', tone: 'neutral' }] : [];
}

type PendingState = NonNullable<InvoiceStatus['pendingCommand']>['state'];

function pendingText(state: PendingState | undefined): TextKey | undefined {
  switch (state) {
    case 'requested':
      return 'chip.sending';
    case 'accepted':
    case 'unknown':
      return 'chip.checking';
    case 'confirmed':
    case 'refused':
    case 'failed':
    case undefined:
      return undefined;
  }
}
