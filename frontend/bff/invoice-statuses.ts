import type { CommandName } from '../../bff/contract/command.ts';
import type {
  InvoiceStatus,
  InvoiceStatusAfterCommand,
  SeenInput,
} from '../../bff/contract/invoice-status.ts';
import type { TaskProgress } from '../../bff/contract/task.ts';
import { faultOf } from './bff-error.ts';
import type { BffClient, InputOf } from './client.ts';
import { IdBatch } from './id-batch.ts';
import { type InvoiceEntry, unread, withFault, withStatus } from './invoice-entry.ts';
import { LiveStream } from './live-stream.ts';

type Listener = (entry: InvoiceEntry) => void;

/**
 * The statuses of all invoices that the page shows: read together, kept up to date by one stream, and passed to
 * the subscribers. Elements store no status of their own.
 */
export class InvoiceStatuses {
  readonly #entries = new Map<number, InvoiceEntry>();
  readonly #listeners = new Map<number, Set<Listener>>();
  readonly #written = new Set<(limeId: number) => void>();
  readonly #taskListeners = new Set<(progress: TaskProgress) => void>();
  readonly #batch: IdBatch;
  readonly #live: LiveStream;

  constructor(readonly client: BffClient) {
    this.#batch = new IdBatch((ids) => void this.#readTogether(ids));
    this.#live = new LiveStream({
      url: (ids) => client.liveUrl(ids),
      onInvoice: (status) => this.#learn(status),
      onWritten: ({ limeId }) => {
        for (const listener of this.#written) listener(limeId);
      },
      onTask: (progress) => {
        for (const notify of this.#taskListeners) notify(progress);
      },
      onSilent: () => {
        for (const limeId of this.#listeners.keys()) this.#batch.add(limeId);
      },
    });
  }

  /** Reports what is known of the invoice, at once and whenever it changes. Returns how to stop. */
  subscribe(limeId: number, listener: Listener): () => void {
    const listeners = this.#listeners.get(limeId) ?? new Set();
    listeners.add(listener);
    if (listeners.size === 1) {
      this.#listeners.set(limeId, listeners);
      this.#batch.add(limeId);
      this.#live.follow([...this.#listeners.keys()]);
    }
    listener(this.#entry(limeId));
    return () => this.#leave(limeId, listener);
  }

  /** Reports invoices whose record in Lime has been written. Returns how to stop. */
  onWritten(listener: (limeId: number) => void): () => void {
    this.#written.add(listener);
    return () => this.#written.delete(listener);
  }

  /** Reports the progress of the user's tasks, as far as the stream brings it. Returns how to stop. */
  onTask(listener: (progress: TaskProgress) => void): () => void {
    this.#taskListeners.add(listener);
    return () => this.#taskListeners.delete(listener);
  }

  /** Reads the invoice again, whatever is known. @throws BffError */
  async refresh(limeId: number): Promise<InvoiceStatus> {
    try {
      const status = await this.client.status(limeId);
      this.#learn(status);
      return status;
    } catch (error) {
      this.#change(limeId, (entry) => withFault(entry, faultOf(error)));
      throw error;
    }
  }

  /** Forgets a failure and reads again; the subscribers get the outcome. */
  retry(limeId: number): void {
    this.#change(limeId, (entry) =>
      entry.kind === 'failed' ? { ...unread, sending: entry.sending } : entry,
    );
    this.#batch.add(limeId);
  }

  /**
   * Runs a command. The invoice is shown as *sending* meanwhile; that ends with what the BFF answered, or with
   * the status as it was. After a failure the invoice is read again, because the command may have run anyway.
   *
   * @throws BffError
   */
  async run<N extends CommandName>(
    name: N,
    limeId: number,
    input: InputOf<N>,
  ): Promise<InvoiceStatusAfterCommand> {
    this.#change(limeId, (entry) => ({ ...entry, sending: name }));
    try {
      const answer = await this.client.run(name, limeId, input);
      this.#learn(answer);
      return answer;
    } catch (error) {
      this.#batch.add(limeId);
      throw error;
    } finally {
      this.#change(limeId, (entry) => ({ ...entry, sending: null }));
    }
  }

  /**
   * Marks as seen what the invoice's status showed. After a failure the invoice is read again, because the
   * mark may have been stored anyway.
   *
   * @throws BffError
   */
  async markSeen(limeId: number, input: SeenInput): Promise<void> {
    try {
      this.#learn(await this.client.seen(limeId, input));
    } catch (error) {
      this.#batch.add(limeId);
      throw error;
    }
  }

  #entry(limeId: number): InvoiceEntry {
    return this.#entries.get(limeId) ?? unread;
  }

  #leave(limeId: number, listener: Listener): void {
    const listeners = this.#listeners.get(limeId);
    if (!listeners?.delete(listener) || listeners.size > 0) return;
    this.#listeners.delete(limeId);
    this.#live.follow([...this.#listeners.keys()]);
  }

  /** A single invoice is read as fresh as Billecta has it; several are read as the BFF has stored them. */
  async #readTogether(limeIds: number[]): Promise<void> {
    const [only] = limeIds;
    if (limeIds.length === 1 && only !== undefined) return void this.refresh(only).catch(() => undefined);
    try {
      const statuses = await this.client.statuses(limeIds);
      for (const status of statuses) this.#learn(status);
      const answered = new Set(statuses.map(({ limeId }) => limeId));
      for (const limeId of limeIds)
        if (!answered.has(limeId)) this.#change(limeId, (entry) => withFault(entry, { kind: 'left-out' }));
    } catch (error) {
      for (const limeId of limeIds) this.#change(limeId, (entry) => withFault(entry, faultOf(error)));
    }
  }

  #learn(status: InvoiceStatus): void {
    this.#change(status.limeId, (entry) => withStatus(entry, status));
  }

  #change(limeId: number, next: (entry: InvoiceEntry) => InvoiceEntry): void {
    const entry = next(this.#entry(limeId));
    if (entry === this.#entries.get(limeId)) return;
    this.#entries.set(limeId, entry);
    for (const listener of [...(this.#listeners.get(limeId) ?? [])]) listener(entry);
  }
}
