import type { LimeKind } from '../../domain/lime-kind.ts';
import type { Log } from '../../services/shared/context.ts';
import { readLimetype } from '../client/limetype.ts';
import { type LimeNames, placeOf } from '../client/names.ts';
import { checkMapping, type MappingFault, type UsablePair } from './check-mapping.ts';
import type { FieldMapping } from './field-mapping.ts';

/** How long Lime's description of a limetype is valid, ms; consultants change fields while the service runs. */
const rememberFor = 10 * 60 * 1000;

/** The mapping of a kind, as far as the limetype allows it. */
export interface CheckedMapping {
  usable: readonly UsablePair[];
  faults: readonly MappingFault[];
}

/** The field mapping, checked against the limetypes as they are. */
export class CheckedMappings {
  readonly #known = new Map<LimeKind, { at: number; checked: Promise<CheckedMapping> }>();

  constructor(
    private readonly mapping: FieldMapping,
    private readonly names: LimeNames,
    private readonly describe: (limetype: string, signal: AbortSignal) => Promise<unknown>,
    private readonly log: Log,
    private readonly now: () => number,
  ) {}

  /** @throws Fault when Lime does not describe the limetype; asked again the next time */
  of(kind: LimeKind, signal: AbortSignal): Promise<CheckedMapping> {
    const known = this.#known.get(kind);
    if (known && this.now() - known.at < rememberFor) return known.checked;
    const checked = this.#check(kind, signal);
    this.#known.set(kind, { at: this.now(), checked });
    checked.catch(() => this.#known.delete(kind));
    return checked;
  }

  async #check(kind: LimeKind, signal: AbortSignal): Promise<CheckedMapping> {
    const { limetype } = placeOf(kind, this.names);
    const { properties } = readLimetype(await this.describe(limetype, signal));
    const checked = checkMapping(this.mapping[kind], properties, this.names, kind);
    for (const fault of checked.faults) this.log.warn({ limetype, ...fault }, 'field mapping cannot be used');
    return checked;
  }
}
