import { z } from 'zod';
import { Fault } from '../services/fault.ts';
import type { LimeKind } from '../services/lime-writing.ts';
import type { LimeRight, LimeSetup, MappingCheck } from '../services/panel/setup.ts';
import { faultOfAnswer } from './faults.ts';
import type { FieldMapping } from './field-mapping.ts';
import type { LimeHttp } from './http.ts';
import { Limetype } from './limetype.ts';
import { type LimeNames, placeOf } from './names.ts';
import { checkMapping } from './write-back/check-mapping.ts';

/** Whether `acl` comes over REST is to be confirmed; without it nothing is told. */
const Acl = z.looseObject({
  acl: z
    .object({
      read: z.boolean().optional(),
      update: z.boolean().optional(),
      create: z.boolean().optional(),
    })
    .nullish(),
});

const kinds: readonly LimeKind[] = ['invoice', 'reminder', 'payment', 'debtor'];

export interface SetupOptions {
  http: LimeHttp;
  names: LimeNames;
  mapping: FieldMapping;
  /** Kinds of objects that are made when Lime has none. */
  creates: readonly LimeKind[];
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
      const description = await this.#describe(limetype, signal);
      const acl = description === null ? null : Acl.parse(description).acl;
      for (const right of needed)
        rights.push({ limetype, right, granted: description === null ? false : (acl?.[right] ?? null) });
    }
    return rights;
  }

  async mapping(signal: AbortSignal): Promise<MappingCheck[]> {
    const { mapping, names } = this.options;
    const checks: MappingCheck[] = [];
    for (const kind of kinds) {
      const { limetype } = placeOf(kind, names);
      const description = await this.#describe(limetype, signal);
      const properties = description === null ? [] : Limetype.parse(description).properties;
      const { usable, faults } = checkMapping(mapping[kind], properties);
      checks.push({ kind, limetype, usable: usable.length, faults });
    }
    return checks;
  }

  /** Null when there is no such limetype, or it may not be seen. */
  async #describe(limetype: string, signal: AbortSignal): Promise<unknown> {
    const answer = await this.options.http.asService('GET', `limetype/${limetype}/`, undefined, signal);
    if (answer.status === 404 || answer.status === 403) return null;
    if (answer.status !== 200) throw faultOfAnswer(answer);
    try {
      return JSON.parse(answer.text);
    } catch (cause) {
      throw new Fault('lime-failed', 'Lime answered something that is no JSON.', { cause });
    }
  }
}

const made = (creates: readonly LimeKind[], kind: LimeKind): LimeRight['right'][] =>
  creates.includes(kind) ? ['create'] : [];
