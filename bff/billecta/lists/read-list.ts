import type { ListedInvoice } from '../../domain/reconcile.ts';
import { Fault } from '../../services/shared/fault.ts';
import { RowSplitter } from './row-splitter.ts';
import { toListed } from './to-listed.ts';

/** Asks for a page; its text comes in chunks, until no more are wanted. */
type AskForPage = (query: Record<string, string>, onChunk: (chunk: Buffer) => boolean) => Promise<void>;

/**
 * Reads a list of invoices to its end. Whether Billecta pages its lists is not known (docs/facts/billecta.md 4.3):
 * where an answer says that there are more rows than came, the next ones are asked for, until there are none or rows
 * repeat.
 *
 * @throws Fault `billecta-failed` when the answer is no such list
 */
export async function readList(
  page: AskForPage,
  onRow: (row: ListedInvoice) => void,
  creditorPublicId: string,
): Promise<void> {
  const seen = new Set<string>();
  for (let goesOn = true; goesOn; ) {
    const before = seen.size;
    const wrapper = await readPage(page, before, (row) => {
      if (seen.has(row.actionPublicId)) return;
      seen.add(row.actionPublicId);
      onRow(row);
    }).catch((cause: unknown) => {
      if (cause instanceof Fault) throw cause;
      const words = `Billecta's list of the invoices of creditor ${creditorPublicId} cannot be read.`;
      throw new Fault('billecta-failed', words, { cause });
    });
    goesOn = seen.size > before && seen.size < totalIn(wrapper);
  }
}

async function readPage(
  page: AskForPage,
  offset: number,
  onRow: (row: ListedInvoice) => void,
): Promise<string> {
  const unreadable: { cause?: unknown } = {};
  const splitter = new RowSplitter((text) => onRow(toListed(JSON.parse(text))));
  await page(offset === 0 ? {} : { offset: String(offset) }, (chunk) => {
    try {
      splitter.push(chunk);
      return true;
    } catch (cause) {
      unreadable.cause = cause;
      return false;
    }
  });
  if (unreadable.cause !== undefined) throw unreadable.cause;
  return splitter.end();
}

/** The number of rows in all, when the answer carries it. */
function totalIn(wrapper: string): number {
  return Number(/"Total"\s*:\s*(\d+)/i.exec(wrapper)?.[1] ?? 0);
}
