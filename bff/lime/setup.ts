import type { LimeKind } from '../services/lime-writing.ts';
import type { LimeRight, LimeSetup, MappingCheck } from '../services/panel/setup.ts';
import { faultOfAnswer } from './faults.ts';
import type { FieldMapping } from './field-mapping.ts';
import type { LimeHttp } from './http.ts';
import { type Limetype, limetypePath, readLimetype } from './limetype.ts';
import { type LimeNames, placeOf } from './names.ts';
import { readJson } from './read-answer.ts';
import { checkMapping } from './write-back/check-mapping.ts';
import type { ValueFaults } from './write-back/value-faults.ts';

const kinds: readonly LimeKind[] = ['invoice', 'reminder', 'payment', 'debtor'];

export interface SetupOptions {
  http: LimeHttp;
  names: LimeNames;
  mapping: FieldMapping;
  /** Kinds of objects that are made when Lime has none. */
  creates: readonly LimeKind[];
  /** Values that were left out of late. */
  valueFaults: ValueFaults;
}

/** Asks Lime, as it is now and with the service's own key, what the service may do there. */
export class RestSetup implements LimeSetup {
  constructor(private readonly options: SetupOptions) {}

  async rights(signal: AbortSignal): Promise<LimeRight[]> {
    const { names, creates } = this.options;
    const wanted: Array<[LimeKind, LimeRight['right'][]]> = [
      ['invoice', ['read', 'update']],
      ['payment', ['read', ...made(creates, 'payment')]],
      ['debtor', ['read', ...made(creates, 'debtor')]],
    ];
    const rights: LimeRight[] = [];
    for (const [kind, needed] of wanted) {
      const { limetype } = placeOf(kind, names);
      const described = await this.#describe(limetype, signal);
      for (const right of needed)
        rights.push({ limetype, right, granted: described ? (described.acl?.[right] ?? null) : false });
    }
    return rights;
  }

  async mapping(signal: AbortSignal): Promise<MappingCheck[]> {
    const { mapping, names, valueFaults } = this.options;
    const checks: MappingCheck[] = [];
    for (const kind of kinds) {
      const { limetype } = placeOf(kind, names);
      const described = await this.#describe(limetype, signal);
      const { usable, faults } = checkMapping(mapping[kind], described?.properties ?? [], names);
      checks.push({ kind, limetype, usable: usable.length, faults: [...faults, ...valueFaults.of(kind)] });
    }
    return checks;
  }

  /** Null when there is no such limetype, or it may not be seen. */
  async #describe(limetype: string, signal: AbortSignal): Promise<Limetype | null> {
    const answer = await this.options.http.asService('GET', limetypePath(limetype), undefined, signal);
    if (answer.status === 404 || answer.status === 403) return null;
    if (answer.status !== 200) throw faultOfAnswer(answer);
    return readLimetype(readJson(answer.text));
  }
}

const made = (creates: readonly LimeKind[], kind: LimeKind): LimeRight['right'][] =>
  creates.includes(kind) ? ['create'] : [];
