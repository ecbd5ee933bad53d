import type { ReactiveControllerHost } from 'lit';
import type { SeenInput } from '../../../bff/contract/invoice-status.ts';
import { faultOf } from '../../bff/bff-error.ts';
import type { InvoiceStatuses } from '../../bff/invoice-statuses.ts';
import { idle, type Marking, type Unread } from './marking.ts';

/** Marks as read what an element shows of its invoice, one thing at a time. */
export class SeenController {
  marking: Marking = idle;
  #statuses: InvoiceStatuses | undefined;
  #limeId: number | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Call with what is shown whenever that may have changed. */
  follow(statuses: InvoiceStatuses, limeId: number): void {
    if (statuses === this.#statuses && limeId === this.#limeId) return;
    this.#statuses = statuses;
    this.#limeId = limeId;
    this.marking = idle;
  }

  async mark(input: SeenInput): Promise<void> {
    const limeId = this.#limeId;
    const [what] = Object.keys(input) as Unread[];
    if (!this.#statuses || limeId === undefined || !what || this.marking.kind === 'sending') return;
    this.#show({ kind: 'sending', what });
    const end = await this.#statuses.markSeen(limeId, input).then(
      (): Marking => idle,
      (error): Marking => ({ kind: 'failed', what, fault: faultOf(error) }),
    );
    if (limeId === this.#limeId) this.#show(end);
  }

  #show(marking: Marking): void {
    this.marking = marking;
    this.host.requestUpdate();
  }
}
