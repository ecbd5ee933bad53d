import type { CommandResult } from '../../bff/contract/command.ts';
import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../bff/contract/invoice-status.ts';
import { dayText } from '../i18n/format.ts';
import type { Translator } from '../i18n/translator.ts';
import { commandMeta } from '../shared/commands/command-meta.ts';
import { staysStopped } from '../shared/commands/stays-stopped.ts';

/** Stages in which reminders and debt collection go out automatically. */
const collected: readonly InvoiceStatus['stage'][] = ['attested', 'sent', 'reminded', 'debt-collection'];

/** A toast's text for the result of a command: the invoice's state now, never only what was asked for. */
export function outcomeText(answer: InvoiceStatusAfterCommand, t: Translator, now: Date): string {
  const { command, invoiceNumber, limeId } = answer;
  const number = invoiceNumber ?? limeId;
  if (!commandMeta[command.name].isDone(answer)) return t.text('command.unsettled', { number });
  return [doneText(answer, number, t), collectionText(answer, t, now), ...commentText(command, t)]
    .filter(Boolean)
    .join(' ');
}

function doneText(
  { command, paused }: InvoiceStatusAfterCommand,
  number: string | number,
  t: Translator,
): string {
  const { name, changed, endChanged } = command;
  if (!changed && !endChanged) return t.text(`command.${name}.already`, { number });
  if (name === 'pause' && paused?.until)
    return t.text('command.pause.done.until', { number, date: dayText(paused.until, t.locale) });
  return t.text(`command.${name}.done`, { number });
}

/** Whether collection has started again. */
function collectionText(answer: InvoiceStatusAfterCommand, t: Translator, now: Date): string | undefined {
  const { command, stage, disputed, paused } = answer;
  if (commandMeta[command.name].stops) return undefined;
  const runs = command.changed && !disputed && !paused && collected.includes(stage);
  return staysStopped(command.name, answer, t, now) ?? (runs ? t.text('command.started') : undefined);
}

/** A comment that reached Billecta is the normal case. */
function commentText({ id, changed, endChanged, commentSent }: CommandResult, t: Translator): string[] {
  const isKept = id !== null && !changed && !endChanged;
  const isLost = commentSent === 'failed' || commentSent === 'unknown';
  return [
    ...(isKept ? [t.text('command.note-kept')] : []),
    ...(isLost ? [`${t.text(`comment-sent.${commentSent}`)}.`] : []),
  ];
}
