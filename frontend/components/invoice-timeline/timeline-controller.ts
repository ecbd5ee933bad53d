import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { faultOf } from '../../bff/bff-error.ts';
import type { BffClient } from '../../bff/client.ts';
import { type TimelinePages, unreadTimeline } from './timeline-pages.ts';

/** Reads an invoice's timeline page by page, and the first page again when the invoice has changed. */
export class TimelineController implements ReactiveController {
  pages: TimelinePages = unreadTimeline;
  #client: BffClient | undefined;
  #limeId: number | undefined;
  #state = '';
  /** Distinguishes the current answer from one that a later request has overtaken. */
  #reading = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#reading++;
    this.#state = '';
  }

  /** Call whenever the invoice may have changed. An invoice that is not synced has no timeline. */
  follow(client: BffClient, status: InvoiceStatus): void {
    const state = this.#isWhole ? stateOf(status) : `${stateOf(status)} ${status.verifiedAt}`;
    if (status.actionPublicId === null || (client === this.#client && state === this.#state)) return;
    if (status.limeId !== this.#limeId) this.pages = unreadTimeline;
    this.#client = client;
    this.#limeId = status.limeId;
    this.#state = state;
    void this.#read();
  }

  /** Whether Billecta's part is there; without it, the timeline is read again as soon as Billecta has been. */
  get #isWhole(): boolean {
    return this.pages.kind !== 'known' || this.pages.billecta;
  }

  retry(): void {
    void this.#read();
  }

  /** Reads the page after those that are known. */
  async more(): Promise<void> {
    const { pages } = this;
    if (pages.kind !== 'known' || pages.next === null || pages.more === 'loading') return;
    const reading = this.#reading;
    this.#show({ ...pages, more: 'loading' });
    const { next, entries } = pages;
    const read = await this.#page(next).then(
      (page): TimelinePages => ({
        ...page,
        kind: 'known',
        more: 'idle',
        entries: [...entries, ...page.entries],
      }),
      (error): TimelinePages => ({ ...pages, more: faultOf(error) }),
    );
    if (reading === this.#reading) this.#show(read);
  }

  async #read(): Promise<void> {
    const reading = ++this.#reading;
    if (this.pages.kind === 'failed') this.#show(unreadTimeline);
    const read = await this.#page().then(
      (page): TimelinePages => ({ ...page, kind: 'known', more: 'idle' }),
      (error): TimelinePages =>
        this.pages.kind === 'known' ? this.pages : { kind: 'failed', fault: faultOf(error) },
    );
    if (reading === this.#reading) this.#show(read);
  }

  #page(before?: string) {
    if (!this.#client || this.#limeId === undefined) throw new Error('No invoice is followed');
    return this.#client.timeline(this.#limeId, before);
  }

  #show(pages: TimelinePages): void {
    this.pages = pages;
    this.host.requestUpdate();
  }
}

/** What leaves a trace in the timeline when it changes; being read again does not. */
function stateOf(status: InvoiceStatus): string {
  const { limeId, stage, disputed, paused, amounts, autogiro, unread, pendingCommand } = status;
  return JSON.stringify([limeId, stage, disputed, paused, amounts, autogiro, unread, pendingCommand]);
}
