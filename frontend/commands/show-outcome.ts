import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../bff/contract/invoice-status.ts';
import { faultOf } from '../bff/bff-error.ts';
import type { InvoiceStatuses } from '../bff/invoice-statuses.ts';
import { serverTime } from '../bff/server-clock.ts';
import type { Host } from '../host/platform-port.ts';
import { faultSentence } from '../i18n/fault-text.ts';
import type { Translator } from '../i18n/translator.ts';
import { outcomeText } from './outcome-text.ts';
import { type Undo, undoOf } from './undo.ts';

/** How long a toast offers to undo (ms). The toast covers part of Lime; later the card's own buttons do the same. */
const undoFor = 20_000;

export interface Notice {
  host: Host;
  t: Translator;
  statuses: InvoiceStatuses;
  /** Makes Lime show the record as it is now. */
  reload(): void;
}

/** Shows the result of a command, and offers to undo it. */
export async function showOutcome(
  notice: Notice,
  before: InvoiceStatus,
  answer: InvoiceStatusAfterCommand,
): Promise<void> {
  const { host, t } = notice;
  const now = serverTime();
  const words = outcomeText(answer, t, now);
  const undo = undoOf(before, answer, now);
  if (!undo) return host.notify(words);
  if (await host.offer(words, t.text('action.undo'), undoFor)) await offerUndo(notice, answer.limeId, undo);
}

async function offerUndo({ host, t, statuses, reload }: Notice, limeId: number, undo: Undo): Promise<void> {
  try {
    const answer = await statuses.run(undo.name, limeId, undo.input);
    const { changed, endChanged } = answer.command;
    const outcome = outcomeText(answer, t, serverTime());
    host.notify(changed || endChanged ? t.text('command.undone', { outcome }) : outcome);
    reload();
  } catch (error) {
    await host.alert(t.title(undo.name), faultSentence(faultOf(error), t), t.text('action.close'));
  }
}
