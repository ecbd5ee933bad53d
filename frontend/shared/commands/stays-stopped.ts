import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { dayText } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';
import { canEndOn } from './command-input.ts';

/**
 * Why collection does not start again when a dispute is cancelled or a pause ends: an invoice can be both. Undefined when
 * nothing else stops it.
 */
export function staysStopped(
  command: CommandName,
  { paused, disputed }: Pick<InvoiceStatus, 'paused' | 'disputed'>,
  t: Translator,
  now: Date,
): string | undefined {
  if (command === 'resume') return disputed ? t.text('command.disputed-too') : undefined;
  if (command !== 'cancel-dispute' || !paused) return undefined;
  if (!paused.until) return t.text('command.paused-too');
  const date = dayText(paused.until, t.locale);
  return t.text(canEndOn(paused.until, now) ? 'command.paused-too.until' : 'command.pause-over', { date });
}
