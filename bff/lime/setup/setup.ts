import type { LimeKind } from '../../domain/lime-kind.ts';
import { nearest } from '../../domain/text/nearest.ts';
import type {
  LimeRight,
  LimeSetup,
  MappingCheck,
  NameFault,
  ProofName,
  UpdateProofCheck,
} from '../../services/ports/setup.ts';
import { faultOfAnswer } from '../client/faults.ts';
import type { LimeHttp } from '../client/http.ts';
import { type Limetype, limetypePath, readLimetype } from '../client/limetype.ts';
import { type LimeNames, nameVariables, placeOf } from '../client/names.ts';
import { readJson } from '../client/read-answer.ts';
import { checkMapping } from './check-mapping.ts';
import type { FieldMapping } from './field-mapping.ts';

/** How many fields are named where one is missing. */
const knownAtMost = 5;

const kinds: readonly LimeKind[] = ['invoice', 'reminder', 'payment', 'debtor'];

export interface SetupOptions {
  http: LimeHttp;
  names: LimeNames;
  mapping: FieldMapping;
  /** Kinds of objects that are created when Lime has none. */
  creates: readonly LimeKind[];
  /** The proofs that a caller may update invoices. */
  updateProof: readonly ProofName[];
}

/** Asks Lime, as it is now and with the service's own key, what the service may do there. */
export class LimeSetupCheck implements LimeSetup {
  /** Requests for limetypes in progress, so that concurrent checks share the answers. */
  readonly #asked = new Map<string, Promise<Limetype | null>>();

  constructor(private readonly options: SetupOptions) {}

  async rights(signal: AbortSignal): Promise<LimeRight[]> {
    const { names, creates } = this.options;
    const needed: Array<[LimeKind, LimeRight['right'][]]> = [
      ['invoice', ['read', 'update']],
      ['payment', ['read', ...made(creates, 'payment')]],
      ['debtor', ['read', ...made(creates, 'debtor')]],
    ];
    const rights: LimeRight[] = [];
    for (const [kind, each] of needed) {
      const { limetype } = placeOf(kind, names);
      const described = await this.#describe(limetype, signal);
      for (const right of each)
        rights.push({ limetype, right, granted: described ? (described.acl?.[right] ?? null) : false });
    }
    return rights;
  }

  async updateProof(signal: AbortSignal): Promise<UpdateProofCheck> {
    const { names, updateProof: proofs } = this.options;
    const described = await this.#describe(names.invoiceLimetype, signal);
    const works = { acl: described?.acl?.update !== undefined, write: true };
    return { proofs, inForce: proofs.find((proof) => works[proof]) ?? null };
  }

  async names(signal: AbortSignal): Promise<NameFault[]> {
    const faults: NameFault[] = [];
    for (const kind of ['invoice', 'payment', 'debtor'] as const) {
      const { limetype, idField } = placeOf(kind, this.options.names);
      const variables = nameVariables[kind];
      const described = await this.#describe(limetype, signal);
      if (!described) faults.push({ variable: variables.limetype, limetype, field: null, known: [] });
      else if (!described.properties.some(({ name }) => name === idField)) {
        const known = nearest(
          idField,
          described.properties.map(({ name }) => name),
          knownAtMost,
        );
        faults.push({ variable: variables.idField, limetype, field: idField, known });
      }
    }
    return faults;
  }

  async mapping(signal: AbortSignal): Promise<MappingCheck[]> {
    const { mapping, names } = this.options;
    const checks: MappingCheck[] = [];
    for (const kind of kinds) {
      const { limetype } = placeOf(kind, names);
      const described = await this.#describe(limetype, signal);
      const { usable, faults } = checkMapping(mapping[kind], described?.properties ?? [], names, kind);
      checks.push({ kind, limetype, usable: usable.length, faults });
    }
    return checks;
  }

  /** Null when there is no such limetype, or it may not be seen. */
  #describe(limetype: string, signal: AbortSignal): Promise<Limetype | null> {
    const asked = this.#asked.get(limetype);
    if (asked) return asked;
    const description = this.#ask(limetype, signal).finally(() => this.#asked.delete(limetype));
    this.#asked.set(limetype, description);
    return description;
  }

  async #ask(limetype: string, signal: AbortSignal): Promise<Limetype | null> {
    const answer = await this.options.http.asService('GET', limetypePath(limetype), undefined, signal);
    if (answer.status === 404 || answer.status === 403) return null;
    if (answer.status !== 200) throw faultOfAnswer(answer);
    return readLimetype(readJson(answer.text));
  }
}

const made = (creates: readonly LimeKind[], kind: LimeKind): LimeRight['right'][] =>
  creates.includes(kind) ? ['create'] : [];
