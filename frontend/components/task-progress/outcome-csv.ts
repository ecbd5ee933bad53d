import type { CommandName } from '../../../bff/contract/command.ts';
import type { TaskItem } from '../../../bff/contract/task.ts';
import { decimalText, momentText } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';
import { whyText } from './problem-groups.ts';
import { toCsv } from './to-csv.ts';

/** The outcome of every invoice of a task, for a spreadsheet, in the user's language and in Swedish time. */
export function outcomeCsv(command: CommandName, items: readonly TaskItem[], t: Translator): string {
  return toCsv([
    [
      t.text('csv.invoice'),
      t.text('csv.number'),
      t.text('card.left'),
      t.text('csv.currency'),
      t.text('csv.command'),
      t.text('csv.outcome'),
      t.text('dialog.reason'),
      t.text('csv.when'),
    ],
    ...items.map((item) => [
      item.name ?? String(item.limeId),
      item.invoiceNumber,
      item.current && decimalText(item.current.amount, t.locale),
      item.current?.currency ?? null,
      t.title(command),
      item.outcome === 'waiting' ? '' : t.text(`task.${item.outcome}`),
      whyText(item, item.billectaMessage, t),
      item.endedAt && momentText(item.endedAt, t.locale),
    ]),
  ]);
}

/** The file's name: the command, and the day in Sweden. */
export const outcomeFile = (command: CommandName, day: string): string => `${command}-${day}.csv`;
