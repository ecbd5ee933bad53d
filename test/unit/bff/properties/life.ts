import type { Invoice } from '../../../../bff/domain/invoice/invoice.ts';
import { applyEvents } from '../../../../bff/services/events/apply-events.ts';
import { saveRead } from '../../../../bff/services/invoices/save-read.ts';
import type { Context } from '../../../../bff/services/shared/context.ts';
import { EventCounter } from '../../../../bff/services/shared/event-counter.ts';
import type { Happening } from './history.ts';
import { MemoryStore } from './memory-store.ts';

/** Billecta, the mail and us, with the services that run for a customer. Time stands still unless it passes. */
export class Life {
  readonly #store = new MemoryStore();
  readonly #mail: Invoice[] = [];
  readonly #delivered: Invoice[] = [];
  #reads: Array<{ invoice: Invoice; startedAt: string }> = [];
  #present = 0;
  #now = Date.parse('2026-01-01T00:00:00.000Z');

  readonly #context = {
    database: 'lime',
    store: this.#store,
    parseWebhook: (body: { invoice: Invoice }) => ({ kind: 'invoice', invoice: body.invoice }),
    now: () => new Date(this.#now),
    counter: new EventCounter({ counted: () => undefined, applied: () => undefined }),
  } as unknown as Context;

  constructor(private readonly states: readonly Invoice[]) {
    this.#mail.push(this.truth);
  }

  /** What is true in Billecta. */
  get truth(): Invoice {
    const state = this.states[this.#present];
    if (!state) throw new Error('A history has no such state');
    return state;
  }

  get held(): Invoice | undefined {
    return this.#store.record?.snapshot?.invoice;
  }

  async happen(happening: Happening): Promise<void> {
    switch (happening.kind) {
      case 'time passes':
        this.#now += 1;
        return;
      case 'Billecta moves on':
        if (this.#present + 1 >= this.states.length) return;
        this.#present += 1;
        this.#mail.push(this.truth);
        return;
      case 'a webhook arrives':
        return this.#deliver(takeOne(this.#mail, happening.which));
      case 'two webhooks arrive at once':
        return this.#deliver(takeOne(this.#mail, happening.which), takeOne(this.#mail, happening.which));
      case 'an old webhook arrives again':
        return this.#deliver(this.#delivered[happening.which % this.#delivered.length]);
      case 'a webhook is lost':
        takeOne(this.#mail, happening.which);
        return;
      case 'a read begins':
        this.#reads.push({ invoice: this.truth, startedAt: new Date(this.#now).toISOString() });
        return;
      case 'a read ends':
        return this.#endRead(takeOne(this.#reads, happening.which));
      case 'we crash':
        this.#reads = [];
    }
  }

  /** Everything that is on its way arrives, and the reads that we owe are done. */
  async comeToRest(): Promise<void> {
    while (this.#reads.length > 0) await this.happen({ kind: 'a read ends', which: 0 });
    while (this.#mail.length > 0)
      await this.happen({ kind: 'a webhook arrives', which: this.#mail.length - 1 });
    for (let reads = 0; this.#store.record?.readDueAt != null; reads += 1) {
      if (reads > 3) throw new Error('Reading does not come to an end');
      await this.readNow();
    }
  }

  async readNow(): Promise<void> {
    await this.happen({ kind: 'time passes' });
    await this.happen({ kind: 'a read begins' });
    await this.happen({ kind: 'a read ends', which: this.#reads.length - 1 });
  }

  /** Webhooks that arrive together are applied together. */
  async #deliver(...invoices: ReadonlyArray<Invoice | undefined>): Promise<void> {
    const events = invoices.flatMap((invoice, id) => {
      if (!invoice) return [];
      this.#delivered.push(invoice);
      const { actionPublicId: subject } = invoice;
      const body = JSON.stringify({ invoice });
      return [
        {
          id,
          event: '',
          subject,
          body,
          state: 'pending' as const,
          attempts: 0,
          occurredAt: null,
          receivedAt: '',
        },
      ];
    });
    if (events.length > 0) await applyEvents(this.#context, events, 'token');
  }

  async #endRead(read: { invoice: Invoice; startedAt: string } | undefined): Promise<void> {
    if (!read) return;
    await saveRead(this.#context, this.#store.parts, read.invoice, {
      startedAt: read.startedAt,
      source: 'verified',
    });
  }
}

function takeOne<T>(items: T[], which: number): T | undefined {
  return items.length === 0 ? undefined : items.splice(which % items.length, 1)[0];
}
