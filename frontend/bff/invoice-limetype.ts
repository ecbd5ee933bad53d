import type { Names } from '../../bff/contract/record.ts';
import { recall, remember } from './memory.ts';
import { request } from './request.ts';

export type CommentsGo = Names['comments'];

/** What Lime calls invoices unless an administrator has decided otherwise. */
const usual = 'invoice';

/**
 * What one Lime application calls invoices, and whether comments go to Billecta. The BFF is asked once a page. Until it
 * has answered, the name that it gave an earlier page applies, or the usual one: so that a card shows at once, and
 * nothing shows on other records meanwhile.
 */
export class InvoiceLimetype {
  name: string;
  #comments: CommentsGo | undefined;
  #asked?: Promise<void>;
  #failed = false;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly application: string) {
    this.name = recall(this.#place) ?? usual;
  }

  /** Calls back when the BFF answers with another name. Returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#asked ??= this.#ask();
    return () => this.#listeners.delete(listener);
  }

  /** The name that the BFF gives. While the BFF cannot be reached, the assumed name; the next call asks again. */
  async known(): Promise<string> {
    if (this.#failed) this.#asked = this.#ask();
    this.#asked ??= this.#ask();
    await this.#asked;
    return this.name;
  }

  /** Whether comments are written to Billecta, and who may read them; undefined when the BFF cannot be asked. */
  async commentsGo(): Promise<CommentsGo | undefined> {
    await this.known();
    return this.#comments;
  }

  async #ask(): Promise<void> {
    this.#failed = false;
    try {
      const url = `/${encodeURIComponent(this.application)}/limepkg-billecta-integration/names`;
      const { invoiceLimetype, comments } = await request<Names>('GET', url);
      this.#comments = comments;
      this.#learn(invoiceLimetype);
    } catch {
      this.#failed = true;
    }
  }

  #learn(name: string): void {
    remember(this.#place, name);
    if (name === this.name) return;
    this.name = name;
    for (const notify of [...this.#listeners]) notify();
  }

  get #place(): string {
    return `${this.application}/invoice-limetype`;
  }
}

const known = new Map<string, InvoiceLimetype>();

/** The page's one, however many elements and commands ask. */
export function invoiceLimetype(application: string): InvoiceLimetype {
  const limetype = known.get(application) ?? new InvoiceLimetype(application);
  known.set(application, limetype);
  return limetype;
}
