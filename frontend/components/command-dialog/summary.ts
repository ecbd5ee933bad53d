import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { serverTime } from '../../bff/server-clock.ts';
import { dayText, money } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';
import { swedishDay } from '../../shared/commands/command-input.ts';

/** Which invoice this is about: number, what is left to pay, and when it is due. */
export function summaryOf({ invoiceNumber, amounts, dueDate }: InvoiceStatus, t: Translator): string {
  const parts = [
    invoiceNumber ? t.text('card.heading', { number: invoiceNumber }) : t.text('card.heading.no-number'),
  ];
  if (amounts)
    parts.push(t.text('dialog.left-to-pay', { amount: money(amounts.current, amounts.currency, t.locale) }));
  if (dueDate)
    parts.push(
      t.text(dueDate < swedishDay(serverTime()) ? 'dialog.was-due' : 'dialog.due', {
        date: dayText(dueDate, t.locale),
      }),
    );
  return parts.join(', ');
}
