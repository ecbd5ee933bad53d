import type { Log } from '../../services/context.ts';
import type { LimeKind } from '../../services/lime-writing.ts';
import type { MappingFault } from './check-mapping.ts';
import type { Plain } from './to-lime-value.ts';

/** How long a value that was left out is told of, and one that Lime refused is not tried again, ms. */
const remembered = 24 * 60 * 60 * 1000;

/** More than this are not remembered; the oldest are forgotten first. */
const atMost = 1_000;

/**
 * Values that were left out, so that each is named once and shown in the set-up checks. Of this process
 * alone. What follows a colon in the words of a fault is of one object, and makes it no other fault.
 */
export class ValueFaults {
  readonly #told = new Map<string, { at: number; kind: LimeKind; fault: MappingFault }>();
  readonly #refused = new Map<string, { at: number }>();

  constructor(
    private readonly log: Log,
    private readonly now: () => number,
  ) {}

  /** Names values that were left out in the log, each once a day. */
  tell(kind: LimeKind, billectaId: string, faults: readonly MappingFault[]): void {
    for (const fault of faults) {
      const key = JSON.stringify([kind, fault.limeField, fault.why.split(':')[0]]);
      if (this.#isRecent(this.#told.get(key))) continue;
      keep(this.#told, key, { at: this.now(), kind, fault });
      this.log.warn({ kind, billectaId, ...fault }, 'field left out');
    }
  }

  /** The values of a kind that have been left out within the last day, the newest first. */
  of(kind: LimeKind): MappingFault[] {
    return [...this.#told.values()]
      .filter((each) => each.kind === kind && this.#isRecent(each))
      .map(({ fault }) => fault)
      .reverse();
  }

  refuse(kind: LimeKind, limeField: string, value: Plain): void {
    keep(this.#refused, JSON.stringify([kind, limeField, value]), { at: this.now() });
  }

  /** Whether Lime has refused this value of late, where it took others of the same object. */
  isRefused(kind: LimeKind, limeField: string, value: Plain): boolean {
    return this.#isRecent(this.#refused.get(JSON.stringify([kind, limeField, value])));
  }

  #isRecent(known: { at: number } | undefined): boolean {
    return known !== undefined && this.now() - known.at < remembered;
  }
}

function keep<T>(memory: Map<string, T>, key: string, value: T): void {
  memory.delete(key);
  memory.set(key, value);
  const [oldest] = memory.keys();
  if (memory.size > atMost && oldest !== undefined) memory.delete(oldest);
}
