import { LRUCache } from 'lru-cache';
import type { LimeKind } from '../../domain/lime-kind.ts';
import type { Plain } from './to-lime-value.ts';

/** How long a value that Lime refused is not tried again, ms. */
const remembered = 24 * 60 * 60 * 1000;

/** How many are remembered; evicts the oldest first. */
const atMost = 1_000;

/** Values that Lime has refused of late where it accepted others of the same object. Of this process alone. */
export class RefusedValues {
  readonly #refused = new LRUCache<string, { at: number; why: string }>({ max: atMost });

  constructor(private readonly now: () => number) {}

  add(kind: LimeKind, limeField: string, value: Plain, why: string): void {
    this.#refused.set(keyOf(kind, limeField, value), { at: this.now(), why });
  }

  /** Why Lime has refused the value; undefined when it may be tried. */
  whyRefused(kind: LimeKind, limeField: string, value: Plain): string | undefined {
    const known = this.#refused.peek(keyOf(kind, limeField, value));
    return known && this.now() - known.at < remembered ? known.why : undefined;
  }

  /** Has all of them tried again. */
  forget(): void {
    this.#refused.clear();
  }
}

const keyOf = (kind: LimeKind, limeField: string, value: Plain) => JSON.stringify([kind, limeField, value]);
