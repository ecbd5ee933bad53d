import type {
  InvoiceSelection,
  LimeFilter,
  LimeInvoice,
  LimeParent,
  Selected,
} from '../../services/ports/lime.ts';
import { Fault } from '../../services/shared/fault.ts';
import { readFilter } from './read-filter.ts';

/** Invoices of one query. */
const page = 200;

/** The longest filter that goes into the address of a query, characters. */
const longest = 4_000;

/** The calls to Lime, as the caller, that a selection needs. */
export interface SelectionSource {
  /** The ones of `ids` that the caller may read. */
  byIds(ids: readonly number[]): Promise<LimeInvoice[]>;
  byFilter(filter: LimeFilter | null, page: { limit: number; offset: number }): Promise<LimeInvoice[]>;
  /** Narrows a filter to the invoices of a record. @throws Fault when it is unknown which invoices these are */
  within(filter: LimeFilter | null, parent: LimeParent): Promise<LimeFilter>;
}

/**
 * The invoices of a selection, page by page, in a stable order.
 *
 * @throws Fault `too-many-invoices`; `invalid-request` for a filter that is too long; as Lime answers
 */
export async function selectInvoices(
  source: SelectionSource,
  selection: InvoiceSelection,
  atMost: number,
): Promise<Selected> {
  if ('ids' in selection) return byIds(source, selection.ids, atMost);
  const read = readFilter(selection.filter);
  if (read.kind === 'ids') return byIds(source, read.ids, atMost);
  const { parent } = selection;
  const filter = parent ? await source.within(read.filter, parent) : read.filter;
  if (JSON.stringify(filter).length > longest)
    throw new Fault('invalid-request', 'The filter is too long. Select the invoices one by one.');
  return byFilter(source, filter, atMost);
}

async function byIds(source: SelectionSource, given: readonly number[], atMost: number): Promise<Selected> {
  const ids = [...new Set(given)];
  if (ids.length > atMost) throw tooMany(atMost);
  const found = new Map<number, LimeInvoice>();
  for (let start = 0; start < ids.length; start += page) {
    for (const invoice of await source.byIds(ids.slice(start, start + page)))
      found.set(invoice.limeId, invoice);
  }
  return {
    found: ids.flatMap((id) => found.get(id) ?? []),
    missing: ids.filter((id) => !found.has(id)),
  };
}

/** Asks until nothing comes, since Lime may give fewer at a time than it is asked for. */
async function byFilter(
  source: SelectionSource,
  filter: LimeFilter | null,
  atMost: number,
): Promise<Selected> {
  const found = new Map<number, LimeInvoice>();
  for (let offset = 0; ; ) {
    const next = await source.byFilter(filter, { limit: page, offset });
    if (next.length === 0) return { found: [...found.values()], missing: [] };
    for (const invoice of next) found.set(invoice.limeId, invoice);
    if (found.size > atMost) throw tooMany(atMost);
    offset += next.length;
  }
}

const tooMany = (atMost: number) =>
  new Fault('too-many-invoices', `More than ${atMost} invoices are selected. Take fewer at a time.`);
