import type { Fields } from '../../domain/fields.ts';
import type { LimeKind } from '../../domain/lime-kind.ts';
import type { LimeObject, LimeTarget, LimeWriter } from '../../services/ports/lime-writer.ts';
import type { Log } from '../../services/shared/context.ts';
import type { LimeHttp } from '../client/http.ts';
import { limetypePath } from '../client/limetype.ts';
import { type LimeNames, placeOf } from '../client/names.ts';
import { CheckedMappings } from '../setup/checked-mappings.ts';
import type { FieldMapping } from '../setup/field-mapping.ts';
import { changesTo } from './changes-to.ts';
import { differs } from './differs.ts';
import { findQuery, readFound } from './find-objects.ts';
import { ObjectWriter } from './object-writer.ts';
import { RefusedValues } from './refused-values.ts';
import type { Values } from './send-apart.ts';
import { ServiceCalls } from './service-calls.ts';
import { relationsIn, valuesToWrite } from './values-to-write.ts';
import type { WritePace } from './write-pace.ts';

export interface WriterOptions {
  http: LimeHttp;
  names: LimeNames;
  mapping: FieldMapping;
  /** Kinds of objects that are created when Lime has none. */
  creates: readonly LimeKind[];
  /** The value that empties an option. */
  emptyOption: string | null;
  pace: WritePace;
  log: Log;
  now: () => number;
}

/** Writes objects to Lime with the service's own key: finds many with one call, and writes only what differs. */
export class RestWriter implements LimeWriter {
  readonly mappings: CheckedMappings;
  readonly #calls: ServiceCalls;
  readonly #objects: ObjectWriter;
  readonly #refused: RefusedValues;

  constructor(private readonly options: WriterOptions) {
    const { http, pace, mapping, names, log, now } = options;
    this.#calls = new ServiceCalls(http, pace);
    this.#refused = new RefusedValues(now);
    this.#objects = new ObjectWriter(this.#calls, this.#refused, log);
    const describe = (limetype: string, signal: AbortSignal) =>
      this.#calls.read(limetypePath(limetype), signal);
    this.mappings = new CheckedMappings({ mapping, names, describe, log, now });
  }

  isAvailable(): boolean {
    return this.options.http.isAvailable();
  }

  askedToWait(): number {
    return this.options.http.askedToWait();
  }

  async find(
    kind: LimeKind,
    billectaIds: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, LimeObject>> {
    const { usable } = await this.mappings.get(kind, signal);
    return this.#find(
      kind,
      billectaIds,
      usable.map(({ property }) => property.name),
      signal,
    );
  }

  async ids(
    kind: LimeKind,
    billectaIds: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, number>> {
    const found = await this.#find(kind, billectaIds, [], signal);
    return new Map([...found].map(([id, { limeId }]) => [id, limeId]));
  }

  async relations(kind: LimeKind, fields: Fields, signal: AbortSignal): Promise<readonly LimeTarget[]> {
    const { usable } = await this.mappings.get(kind, signal);
    return relationsIn(usable, fields);
  }

  async write(
    target: LimeTarget,
    fields: Fields,
    {
      stored,
      related,
      signal,
    }: { stored: LimeObject | undefined; related: ReadonlyMap<string, number>; signal: AbortSignal },
  ) {
    const { kind } = target;
    const { names, creates, mapping, emptyOption } = this.options;
    const place = placeOf(kind, names);
    const { usable } = await this.mappings.get(kind, signal);
    const { values, leftOut } = valuesToWrite(usable, fields, {
      related,
      idField: place.idField,
      emptyOption,
    });
    if (!stored) {
      if (!creates.includes(kind) || mapping[kind].length === 0) return null;
      const made = await this.#objects.create(target, place, values, signal);
      return {
        limeId: made.limeId,
        created: true,
        changes: changesTo(made.written, {}),
        leftOut: [...leftOut, ...made.leftOut],
        twins: [],
      };
    }
    const changed: Values = new Map(
      [...values].filter(([name, { pair, value }]) => differs(pair, stored.values[name], value)),
    );
    const sent = await this.#objects.update(target, place, stored.limeId, { changed, signal });
    return {
      limeId: stored.limeId,
      created: false,
      changes: changesTo(sent.written, stored.values),
      leftOut: [...leftOut, ...sent.leftOut],
      twins: stored.others.length > 0 ? [stored.limeId, ...stored.others] : [],
    };
  }

  clearRefusals(): void {
    this.#refused.forget();
  }

  idField(kind: LimeKind): string {
    return placeOf(kind, this.options.names).idField;
  }

  async #find(
    kind: LimeKind,
    billectaIds: readonly string[],
    properties: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, LimeObject>> {
    const place = placeOf(kind, this.options.names);
    const answer = await this.#calls.read(findQuery(place, billectaIds, properties), signal);
    return readFound(answer, place, this.options.log);
  }
}
