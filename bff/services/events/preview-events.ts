import type { PreviewedEvent } from '../../contract/admin/events.ts';
import { describeChange } from '../../domain/invoice/describe-change.ts';
import type { StoredEvent } from '../ports/store/inbox.ts';
import type { Snapshot } from '../ports/store/invoice-store.ts';
import type { Context } from '../shared/context.ts';
import type { Effect } from './effects/effect.ts';
import { effectOf, invoiceOf } from './event-effect.ts';
import { momentOf } from './fold-events.ts';
import { parseEvent } from './parse-event.ts';

/** Previews the effect of applying events one after the other. Changes nothing. */
export class Preview {
  /** Snapshots of the invoices so far, as they would be stored. */
  readonly #snapshots = new Map<string, Snapshot | null>();

  constructor(private readonly context: Context) {}

  async preview(event: StoredEvent): Promise<PreviewedEvent> {
    const { id, event: name, subject } = event;
    return { id, event: name, subject, effect: await this.#effectOf(event) };
  }

  async #effectOf(event: StoredEvent): Promise<string> {
    const content = parseEvent(this.context, event);
    const invoice = invoiceOf(content);
    const stored = invoice === null ? null : await this.#snapshotOf(invoice);
    const asOf = this.context.now().toISOString();
    const effect = effectOf(content, stored, momentOf(event, asOf));
    if (effect.snapshot && invoice !== null) {
      this.#snapshots.set(invoice, { invoice: effect.snapshot, asOf, source: 'webhook' });
    }
    return describe(effect, stored);
  }

  async #snapshotOf(actionPublicId: string): Promise<Snapshot | null> {
    const known = this.#snapshots.get(actionPublicId);
    if (known !== undefined) return known;
    const record = await this.context.store.invoices.get(this.context.database, actionPublicId);
    this.#snapshots.set(actionPublicId, record?.snapshot ?? null);
    return record?.snapshot ?? null;
  }
}

function describe(effect: Effect, stored: Snapshot | null): string {
  switch (effect.state) {
    case 'applied':
      return doings(effect, stored).join('; ');
    case 'superseded':
      return effect.read.length > 0
        ? 'no change; the invoice is read in Billecta to be sure'
        : 'stale: something newer is stored';
    case 'unreadable':
      return `would fail because: ${effect.words}`;
    default:
      return 'ignored: not a supported event';
  }
}

function doings({ snapshot, note, read, debtor, write }: Effect, stored: Snapshot | null): string[] {
  return [
    ...(snapshot ? [describeChange(stored?.invoice ?? null, snapshot)] : []),
    ...(note?.autogiro ? [`autogiro withdrawal ${note.autogiro.state}`] : []),
    ...(note?.delivery
      ? [note.delivery.delivered ? 'the delivery is noted' : 'the failed delivery is noted']
      : []),
    ...(note?.reminder ? ['the reminder is noted on its invoice'] : []),
    ...(!snapshot && read.length > 0 ? ['the invoice is read in Billecta'] : []),
    ...(debtor ? ['the debtor is read in Billecta'] : []),
    ...(write ? [`${write.kind} ${write.billectaId} is written to Lime`] : []),
  ];
}
