import type { Operation } from '../api/endpoint.ts';
import type { ApiFault, ApiFaultKind, Fault, FaultScope, WebhookFault } from './fault.ts';

const commands: readonly FaultScope[] = ['dispute', 'cancel-dispute', 'pause', 'resume'];

/** The faults in force, and how many times each has left. */
export class Faults {
  #active: { fault: Fault; left: number }[] = [];

  /** @returns a function that ends this fault */
  add(fault: Fault): () => void {
    const times = fault.times ?? (fault.kind === 'reordered' ? 2 : Number.POSITIVE_INFINITY);
    const entry = { fault, left: times };
    this.#active.push(entry);
    return () => {
      this.#active = this.#active.filter((other) => other !== entry);
    };
  }

  clear(): void {
    this.#active = [];
  }

  /** The faults still to come, with the times they have left; no `times` means until cleared. */
  list(): Fault[] {
    return this.#active.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault));
  }

  /** The faults of these kinds that meet a call, each used up once as it is taken. */
  *forCall(kinds: readonly ApiFaultKind[], operation: Operation | null): Generator<ApiFault> {
    for (const entry of [...this.#active]) {
      const { fault } = entry;
      if (!isApiFault(fault) || !kinds.includes(fault.kind) || !meets(fault, operation)) continue;
      this.#use(entry);
      yield fault;
    }
  }

  /** The fault that meets a webhook, used up once; `times` tells how many are left after it. */
  forWebhook(event: string): (WebhookFault & { readonly times: number }) | undefined {
    for (const entry of this.#active) {
      const { fault } = entry;
      if (isApiFault(fault) || (fault.event !== undefined && fault.event !== event)) continue;
      this.#use(entry);
      return { ...fault, times: entry.left };
    }
    return undefined;
  }

  #use(entry: { left: number }): void {
    entry.left -= 1;
    if (entry.left <= 0) this.#active = this.#active.filter((other) => other !== entry);
  }
}

type ScopedApiFault = Extract<Fault, ApiFault>;

function isApiFault(fault: Fault): fault is ScopedApiFault {
  return !['dropped', 'duplicated', 'delayed', 'reordered'].includes(fault.kind);
}

function meets({ kind, operation: scope }: ScopedApiFault, operation: Operation | null): boolean {
  if (scope === 'command') return operation !== null && commands.includes(operation);
  if (scope !== undefined) return scope === operation;
  if (kind !== 'refuse') return true;
  return operation === 'attest' || (operation !== null && commands.includes(operation));
}
