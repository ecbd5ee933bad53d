import type { PreviewedEvent } from '../../contract/admin/events.ts';
import type { StoredEvent } from '../ports/store/inbox.ts';
import type { Context } from '../shared/context.ts';
import { type ApplyContext, applyEvents } from './apply-events.ts';
import { DryStore } from './dry-store.ts';
import { effectsOf } from './effects-of.ts';

/** Nothing is leased. */
const token = 'dry run';

/** Applies events one after the other to a store that keeps nothing, and returns what was written there. */
export class Preview {
  readonly #store: DryStore;
  readonly #context: ApplyContext;

  constructor(context: Context) {
    this.#store = new DryStore(context.store);
    const { database, now, random, parseWebhook } = context;
    const silent = { log: { error: () => undefined }, counter: { completed: () => undefined } };
    this.#context = { database, now, random, parseWebhook, ...silent, store: this.#store };
  }

  async preview(event: StoredEvent): Promise<PreviewedEvent> {
    const { id, event: name, subject } = event;
    await applyEvents(this.#context, [event], token);
    return { id, event: name, subject, effects: effectsOf(this.#store.flush()) };
  }
}
