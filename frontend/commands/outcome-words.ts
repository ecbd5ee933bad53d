import type { CommandResult } from '../../bff/contract/command.ts';
import type { InvoiceStatusAfterCommand } from '../../bff/contract/invoice-status.ts';
import type { Translator } from '../i18n/translator.ts';

/** What came of a command, as a toast says it. */
export function outcomeWords(
  { command, invoiceNumber, limeId }: InvoiceStatusAfterCommand,
  t: Translator,
): string {
  const number = invoiceNumber ?? limeId;
  if (!command.changed) return t.text(`command.${command.name}.already`, { number });
  return [stateWords(command, number, t), commentWords(command, t)].filter(Boolean).join(' ');
}

function stateWords(command: CommandResult, number: string | number, t: Translator): string {
  const settled = command.state === 'confirmed' || command.state === 'accepted';
  return t.text(settled ? `command.${command.name}.done` : 'command.unsettled', { number });
}

/** That the comment reached Billecta is as it should be. */
function commentWords({ commentSent }: CommandResult, t: Translator): string | undefined {
  return commentSent === 'failed' || commentSent === 'unknown'
    ? `${t.text(`comment-sent.${commentSent}`)}.`
    : undefined;
}
