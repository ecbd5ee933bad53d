import type { Limetype } from './limetypes.ts';
import { emptyValue, type PropertyValues } from './property.ts';
import type { User, UserName } from './users.ts';

/** A Lime object as it is kept. */
export interface LimeObject {
  id: number;
  limetype: Limetype;
  properties: PropertyValues;
  createdTime: Date;
  timestamp: Date;
  createdUser: number;
  updatedUser: number;
  hiddenFrom: ReadonlySet<UserName>;
}

interface NewObject {
  id?: number | undefined;
  properties: PropertyValues;
  by: User;
  hiddenFrom?: readonly UserName[] | undefined;
}

/** The objects of one Lime database, in memory. It trusts its callers: rights and validity are REST's matter. */
export class ObjectStore {
  readonly #objects = new Map<string, Map<number, LimeObject>>();

  constructor(
    readonly limetypes: ReadonlyMap<string, Limetype>,
    private readonly now: () => Date,
  ) {}

  /** @throws when the limetype does not exist or the id is taken: a mistake in a test. */
  create(limetypeName: string, { id, properties, by, hiddenFrom = [] }: NewObject): LimeObject {
    const limetype = this.limetypes.get(limetypeName);
    if (!limetype) throw new Error(`The sample database has no limetype ${limetypeName}`);
    const objects = this.#of(limetypeName);
    const newId = id ?? freeId(objects);
    if (objects.has(newId)) throw new Error(`${limetypeName} ${newId} already exists`);
    const empty = Object.fromEntries(limetype.properties.map((p) => [p.name, emptyValue(p)]));
    const object: LimeObject = {
      id: newId,
      limetype,
      properties: { ...empty, ...properties },
      createdTime: this.now(),
      timestamp: this.now(),
      createdUser: by.id,
      updatedUser: by.id,
      hiddenFrom: new Set(hiddenFrom),
    };
    objects.set(newId, object);
    return object;
  }

  get(limetype: string, id: number): LimeObject | undefined {
    return this.#objects.get(limetype)?.get(id);
  }

  /** Every object of the limetype that the user is not kept from seeing, by id. */
  visibleTo(user: User, limetype: string): LimeObject[] {
    return this.all(limetype).filter((object) => !object.hiddenFrom.has(user.name));
  }

  /** Every object of the limetype, by id. */
  all(limetype: string): LimeObject[] {
    return [...this.#of(limetype).values()].sort((a, b) => a.id - b.id);
  }

  update(object: LimeObject, properties: PropertyValues, by: User): void {
    Object.assign(object.properties, properties);
    object.timestamp = this.now();
    object.updatedUser = by.id;
  }

  delete(limetype: string, id: number): boolean {
    return this.#of(limetype).delete(id);
  }

  #of(limetype: string): Map<number, LimeObject> {
    const known = this.#objects.get(limetype) ?? new Map<number, LimeObject>();
    this.#objects.set(limetype, known);
    return known;
  }
}

const firstId = 1001;
const freeId = (objects: ReadonlyMap<number, unknown>): number =>
  Math.max(firstId - 1, ...objects.keys()) + 1;
