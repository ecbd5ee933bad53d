import type { Fields } from '../../domain/fields.ts';
import type { Log } from '../../services/context.ts';
import {
  type LimeChange,
  type LimeHeld,
  type LimeKind,
  type LimeTarget,
  type LimeWriter,
  RefusedByLime,
} from '../../services/lime-writing.ts';
import { LimeObject, QueryAnswer } from '../answers.ts';
import type { FieldMapping } from '../field-mapping.ts';
import type { LimeHttp } from '../http.ts';
import { type LimeNames, placeOf } from '../names.ts';
import { readAnswer, readJson } from '../read-answer.ts';
import { CheckedMappings } from './checked-mappings.ts';
import { differs, keyOf } from './differs.ts';
import { relationsIn, valuesToWrite, type Written } from './values-to-write.ts';
import type { WritePace } from './write-pace.ts';

export interface WriterOptions {
  http: LimeHttp;
  names: LimeNames;
  mapping: FieldMapping;
  /** Kinds of objects that are made when Lime has none. */
  creates: readonly LimeKind[];
  pace: WritePace;
  log: Log;
  now: () => number;
}

/** Writes objects to Lime with the service's own key: finds many with one call, and writes only what differs. */
export class RestWriter implements LimeWriter {
  readonly mappings: CheckedMappings;

  constructor(private readonly options: WriterOptions) {
    const describe = async (limetype: string, signal: AbortSignal) =>
      this.#call('GET', `limetype/${limetype}/`, undefined, signal);
    this.mappings = new CheckedMappings(options.mapping, options.names, describe, options.log, options.now);
  }

  isAvailable(): boolean {
    return this.options.http.isAvailable();
  }

  async find(
    kind: LimeKind,
    billectaIds: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, LimeHeld>> {
    const { limetype, idField } = placeOf(kind, this.options.names);
    const { usable } = await this.mappings.of(kind, signal);
    const wanted = [...new Set(['_id', idField, ...usable.map(({ property }) => property.name)])];
    const query = JSON.stringify({
      limetype,
      filter: { key: idField, op: 'IN', exp: billectaIds },
      // More than there should be, so that two with the same id are noticed.
      limit: billectaIds.length + 10,
      responseFormat: { object: Object.fromEntries(wanted.map((name) => [name, null])) },
    });
    const answer = await this.#call('GET', `query/?q=${encodeURIComponent(query)}`, undefined, signal);
    const found = new Map<string, LimeHeld>();
    for (const { _id: limeId, ...values } of readAnswer(QueryAnswer, answer).objects) {
      const id = String(values[idField] ?? '').trim();
      if (found.has(id)) this.options.log.warn({ limetype, limeId, id }, 'two objects have the same id');
      else found.set(id, { limeId, values });
    }
    return found;
  }

  async relations(kind: LimeKind, fields: Fields, signal: AbortSignal): Promise<readonly LimeTarget[]> {
    const { usable } = await this.mappings.of(kind, signal);
    return relationsIn(usable, fields);
  }

  async write(
    { kind, billectaId }: LimeTarget,
    fields: Fields,
    held: LimeHeld | undefined,
    related: ReadonlyMap<string, number>,
    signal: AbortSignal,
  ) {
    const { limetype, idField } = placeOf(kind, this.options.names);
    const { usable } = await this.mappings.of(kind, signal);
    const { values, leftOut } = valuesToWrite(usable, fields, related);
    for (const each of leftOut) this.options.log.warn({ limetype, billectaId, ...each }, 'field left out');
    if (!held) {
      if (!this.options.creates.includes(kind) || this.options.mapping[kind].length === 0) return null;
      const properties = { ...bodyOf(values), [idField]: billectaId };
      const made = readAnswer(
        LimeObject,
        await this.#call('POST', `limeobject/${limetype}/`, properties, signal),
      );
      return { limeId: made._id, created: true, changes: changesTo(values, {}) };
    }
    const changed = new Map(
      [...values].filter(([name, { pair, value }]) => differs(pair.property, held.values[name], value)),
    );
    if (changed.size > 0)
      await this.#call('PUT', `limeobject/${limetype}/${held.limeId}/`, bodyOf(changed), signal);
    return { limeId: held.limeId, created: false, changes: changesTo(changed, held.values) };
  }

  async #call(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body: object | undefined,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { http, pace } = this.options;
    await pace.enter(signal);
    const answer = await http.asService(method, path, body, signal);
    if (answer.status >= 200 && answer.status <= 299) return answer.text ? readJson(answer.text) : {};
    const [what] = path.split('?');
    throw new RefusedByLime(
      `Lime does not take ${method} ${what} (${answer.status}): ${answer.text.slice(0, 300)}`,
    );
  }
}

const bodyOf = (values: ReadonlyMap<string, Written>) =>
  Object.fromEntries([...values].map(([name, { value }]) => [name, value]));

const changesTo = (values: ReadonlyMap<string, Written>, before: Readonly<Record<string, unknown>>) =>
  [...values].map(
    ([field, { value }]): LimeChange => ({ field, before: keyOf(before[field]) ?? null, after: value }),
  );
