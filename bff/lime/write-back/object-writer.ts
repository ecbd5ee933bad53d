import type { LeftOut } from '../../services/ports/lime-writer.ts';
import { type LimeTarget, RefusedByLime } from '../../services/ports/lime-writer.ts';
import type { Log } from '../../services/shared/context.ts';
import { Fault } from '../../services/shared/fault.ts';
import { LimeObject } from '../client/answers.ts';
import type { LimePlace } from '../client/names.ts';
import { objectPath, objectsPath } from '../client/object-path.ts';
import { findQuery, readFound } from './find-objects.ts';
import type { RefusedValues } from './refused-values.ts';
import { type SentApart, sendApart, type Values } from './send-apart.ts';
import type { ServiceCalls } from './service-calls.ts';
import type { Written } from './values-to-write.ts';

/** The result of a write: the values that Lime accepted, and those that were left out. */
interface Sent {
  written: Values;
  leftOut: LeftOut[];
}

/** Writes one object, so that a value which Lime refuses blocks none of the others. */
export class ObjectWriter {
  constructor(
    private readonly calls: ServiceCalls,
    private readonly refused: RefusedValues,
    private readonly log: Log,
  ) {}

  /** @throws RefusedByLime when it accepts nothing of this object at all */
  async update(
    target: LimeTarget,
    place: LimePlace,
    limeId: number,
    { changed, signal }: { changed: Values; signal: AbortSignal },
  ): Promise<Sent> {
    const path = objectPath(place.limetype, limeId);
    const put = (some: object) => this.calls.write('PUT', path, { body: some, target, signal });
    const { written: values, leftOut } = this.#withoutRefused(target, changed);
    if (values.size === 0) return { written: values, leftOut };
    const sent = await put(bodyOf(values));
    if (sent.kind === 'taken') return { written: values, leftOut };
    const apart = await sendApart(values, sent.text, (some) => put(bodyOf(some)));
    if (apart.written.size === 0) {
      // Writing back the object's id, unchanged, shows whether a value or the whole object is refused.
      const probe = await put({ [place.idField]: target.billectaId });
      if (probe.kind === 'refused')
        throw new RefusedByLime(`Lime does not take PUT ${path} ${said(sent.text)}`);
    }
    return { written: apart.written, leftOut: [...leftOut, ...this.#remember(target, apart, sent.text)] };
  }

  /**
   * Makes an object with all values, or else with what Lime requires of it, and the others afterwards.
   *
   * @throws RefusedByLime when Lime makes none
   */
  async create(
    target: LimeTarget,
    place: LimePlace,
    given: Values,
    signal: AbortSignal,
  ): Promise<Sent & { limeId: number }> {
    const path = objectsPath(place.limetype);
    const post = async (some: Values) => {
      const body = { ...bodyOf(some), [place.idField]: target.billectaId };
      const sent = await this.calls.write('POST', path, { body, target, signal });
      return sent.kind === 'refused' ? sent : this.#idOf(target, place, sent.answer.text, signal);
    };
    const filled = new Map([...given].filter(([, { empties }]) => !empties));
    const { written: values, leftOut } = this.#withoutRefused(target, filled);
    const made = await post(values);
    if (typeof made === 'number') return { limeId: made, written: values, leftOut };
    const required = new Map([...values].filter(([, { pair }]) => pair.property.required));
    const least = required.size < values.size ? await post(required) : made;
    if (typeof least !== 'number')
      throw new RefusedByLime(`Lime does not take POST ${path} ${said(made.text)}`);
    const rest = new Map([...values].filter(([name]) => !required.has(name)));
    const later = await this.update(target, place, least, { changed: rest, signal });
    return {
      limeId: least,
      written: new Map([...required, ...later.written]),
      leftOut: [...leftOut, ...later.leftOut],
    };
  }

  /** Lime's id of an object that has just been created; looked up where the answer lacks it. */
  async #idOf(
    { billectaId }: LimeTarget,
    place: LimePlace,
    answer: string,
    signal: AbortSignal,
  ): Promise<number> {
    const answeredId = idIn(answer);
    if (answeredId !== undefined) return answeredId;
    const found = readFound(
      await this.calls.read(findQuery(place, [billectaId], []), signal),
      place,
      this.log,
    );
    const limeId = found.get(billectaId)?.limeId;
    if (limeId !== undefined) return limeId;
    throw new Fault('lime-unreadable', `Lime does not say the id of the ${place.limetype} that it has made.`);
  }

  #withoutRefused({ kind }: LimeTarget, values: Values): Sent {
    const accepted = new Map<string, Written>();
    const leftOut: LeftOut[] = [];
    for (const [name, written] of values) {
      const why = this.refused.whyRefused(kind, name, written.value);
      if (why === undefined) accepted.set(name, written);
      else leftOut.push(leftOutOf(name, written, why));
    }
    return { written: accepted, leftOut };
  }

  #remember({ kind }: LimeTarget, { refused, untried }: SentApart, text: string): LeftOut[] {
    const why = `Lime refuses the value: ${said(text)}`;
    for (const [name, { value }] of refused) this.refused.add(kind, name, value, why);
    return [...refused, ...untried].map(([name, written]) => leftOutOf(name, written, why));
  }
}

const leftOutOf = (limeField: string, { pair }: Written, why: string): LeftOut => ({
  limeField,
  billectaField: pair.pair.billecta_field,
  why,
});

function idIn(answer: string): number | undefined {
  try {
    return LimeObject.parse(JSON.parse(answer))._id;
  } catch {
    return undefined;
  }
}

const said = (text: string) => text.trim().slice(0, 300);

const bodyOf = (values: Values) => Object.fromEntries([...values].map(([name, { value }]) => [name, value]));
