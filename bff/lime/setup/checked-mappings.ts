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

interface CheckedMappingsOptions {
  mapping: FieldMapping;
  names: LimeNames;
  describe(limetype: string, signal: AbortSignal): Promise<unknown>;
  log: Log;
  /** ms, for how long an answer is remembered. */
  now(): number;
}

/** The field mapping, checked against the limetypes as they are. */
export class CheckedMappings {
  readonly #known = new Map<LimeKind, { at: number; checked: Promise<CheckedMapping> }>();

  constructor(private readonly options: CheckedMappingsOptions) {}

  /** @throws Fault when Lime does not describe the limetype; asked again the next time */
  get(kind: LimeKind, signal: AbortSignal): Promise<CheckedMapping> {
    const known = this.#known.get(kind);
    if (known && this.options.now() - known.at < rememberFor) return known.checked;
    const checked = this.#check(kind, signal);
    this.#known.set(kind, { at: this.options.now(), checked });
    checked.catch(() => this.#known.delete(kind));
    return checked;
  }

  async #check(kind: LimeKind, signal: AbortSignal): Promise<CheckedMapping> {
    const { limetype } = placeOf(kind, this.options.names);
    const { properties } = readLimetype(await this.options.describe(limetype, signal));
    const checked = checkMapping(this.options.mapping[kind], properties, this.options.names, kind);
    for (const fault of checked.faults)
      this.options.log.warn({ limetype, ...fault }, 'field mapping cannot be used');
    return checked;
  }
}
