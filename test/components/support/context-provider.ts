import type { HostContexts } from '../../../frontend/host/context-request.ts';

type Key = keyof HostContexts;

interface Request {
  context: Key;
  callback(value: unknown, unsubscribe?: () => void): void;
  subscribe?: boolean;
}

/** Answers `context-request` as Lime 7.4 does: subscribers are told of each change, others once. */
export class ContextProvider {
  readonly #values: Partial<HostContexts>;
  readonly #subscribers = new Set<Request>();
  readonly #answer = (event: Event) => {
    const { detail } = event as CustomEvent<Request>;
    if (!(detail.context in this.#values)) return;
    event.stopPropagation();
    if (detail.subscribe) this.#subscribers.add(detail);
    this.#tell(detail);
  };

  constructor(values: Partial<HostContexts>) {
    this.#values = values;
    document.addEventListener('context-request', this.#answer);
  }

  /** How many want to know of changes. */
  get subscribers(): number {
    return this.#subscribers.size;
  }

  set<K extends Key>(key: K, value: HostContexts[K] | undefined): void {
    Object.assign(this.#values, { [key]: value });
    for (const each of [...this.#subscribers]) if (each.context === key) this.#tell(each);
  }

  stop(): void {
    document.removeEventListener('context-request', this.#answer);
  }

  #tell(request: Request): void {
    request.callback(this.#values[request.context], () => this.#subscribers.delete(request));
  }
}
