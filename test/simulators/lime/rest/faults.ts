type FaultStatus = Redirect | Refusal | Breakdown;
type Redirect = 301 | 302 | 303 | 307 | 308;
type Refusal = 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429;
type Breakdown = 500 | 502 | 503 | 504;

/**
 * Something that goes wrong at Lime:
 * - `status`: the request is not carried out and answered with this status; a 3xx leads to `location`
 * - `outage`: the connection is cut before anything is done
 * - `lost-answer`: the request is carried out, and the connection cut instead of answering
 * - `slow`: the request is carried out after so long; with `Infinity` never
 */
export type Fault =
  | {
      kind: 'status';
      status: FaultStatus;
      /** `Retry-After`, in the form that the candidate `retryAfter` names. */
      retryAfterSeconds?: number;
      location?: string;
    }
  | { kind: 'outage' }
  | { kind: 'lost-answer' }
  | { kind: 'slow'; ms: number };

/** Which requests a fault hits: all, unless narrowed. */
export interface FaultScope {
  method?: string;
  /** Tested against the path below `/{database}`. */
  path?: RegExp;
  /** After so many hits the fault is over. */
  times?: number;
}

interface Active {
  fault: Fault;
  scope: FaultScope;
  left: number;
}

/** The faults that are on. The one that was set last and matches wins. */
export class Faults {
  #active: Active[] = [];
  #cleared = new AbortController();

  /** @returns ends this fault */
  add(fault: Fault, scope: FaultScope = {}): () => void {
    const active = { fault, scope, left: scope.times ?? Number.POSITIVE_INFINITY };
    this.#active.unshift(active);
    return () => {
      this.#active = this.#active.filter((other) => other !== active);
    };
  }

  /** Ends all faults, and lets the requests that `slow` holds go on. */
  clear(): void {
    this.#active = [];
    this.#cleared.abort();
    this.#cleared = new AbortController();
  }

  /** The fault that hits this request, counted as a hit. */
  take(method: string, path: string): Fault | undefined {
    const hit = this.#active.find(({ scope, left }) => left > 0 && matches(scope, method, path));
    if (hit) hit.left -= 1;
    return hit?.fault;
  }

  /** Waits out a `slow` fault. */
  delay(ms: number): Promise<void> {
    const { signal } = this.#cleared;
    return new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (Number.isFinite(ms)) setTimeout(resolve, ms).unref();
    });
  }
}

const matches = (scope: FaultScope, method: string, path: string): boolean =>
  (scope.method === undefined || scope.method === method) &&
  (scope.path === undefined || path.search(scope.path) !== -1);
