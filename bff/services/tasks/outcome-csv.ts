import type { TaskItem } from '../../contract/task.ts';
import { toCsv } from '../../domain/text/csv.ts';
import type { CallerContext } from '../shared/context.ts';
import { authorizeTask } from './authorize-task.ts';
import { namesOf, presentItems } from './present-task.ts';

const columns = [
  'Lime id',
  'Name',
  'Invoice number',
  'ActionPublicId',
  'Amount due',
  'Currency',
  'Command',
  'Outcome',
  'Why',
  'Billecta says',
  'Ended at',
] as const;

/** Invoices read from the store at a time. */
const page = 500;

/** The outcome of every invoice of a task, for a spreadsheet. @throws as {@link authorizeTask} */
export async function outcomeCsv(
  context: CallerContext,
  id: string,
): Promise<{ name: string; text: string }> {
  const { command, createdAt } = await authorizeTask(context, id);
  const rows: Array<ReadonlyArray<string | number | null>> = [columns];
  for (let after = -1; ; ) {
    const items = await context.store.tasks.items(context.database, id, { after, limit: page });
    rows.push(
      ...(await presentItems(context, items, await namesOf(context, items))).map((item) =>
        toRow(command, item),
      ),
    );
    const last = items.at(-1);
    if (!last || items.length < page) break;
    after = last.position;
  }
  return { name: `${command}-${createdAt.slice(0, 10)}.csv`, text: toCsv(rows) };
}

const toRow = (command: string, item: TaskItem) => [
  item.limeId,
  item.name,
  item.invoiceNumber,
  item.actionPublicId,
  item.current && (item.current.amount / 100).toFixed(2),
  item.current?.currency ?? null,
  command,
  item.outcome,
  item.reason ?? item.code ?? item.remark ?? null,
  item.billectaMessage ?? null,
  item.endedAt,
];
