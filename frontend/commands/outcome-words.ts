import type { InvoiceStatusAfterCommand } from '../../bff/contract/invoice-status.ts';
import type { Translator } from '../i18n/translator.ts';

/** What came of a command, as a toast says it. */
export function outcomeWords(
  { command, invoiceNumber, limeId }: InvoiceStatusAfterCommand,
  t: Translator,
): string {
  const number = invoiceNumber ?? limeId;
  if (!command.changed) return t.text(`command.${command.name}.already`, { number });
  const settled = command.state === 'confirmed' || command.state === 'accepted';
  return t.text(settled ? `command.${command.name}.done` : 'command.unsettled', { number });
}
