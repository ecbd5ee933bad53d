import type { Limetype } from './limetypes.ts';
import { emptyValue, isToMany, type PropertyValues } from './property.ts';
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

/** The objects of one limetype, kept in the order of their ids so that no list needs sorting. */
interface Shelf {
  objects: Map<number, LimeObject>;
  lastId: number;
}

/** The objects of one Lime database, in memory. It trusts its callers: rights and validity are REST's matter. */
export class ObjectStore {
  readonly #shelves = new Map<string, Shelf>();

  constructor(
    readonly limetypes: ReadonlyMap<string, Limetype>,
    private readonly now: () => Date,
  ) {}

  /** @throws when the limetype does not exist or the id is taken: a mistake in a test. */
  create(limetypeName: string, { id, properties, by, hiddenFrom = [] }: NewObject): LimeObject {
    const limetype = this.limetypes.get(limetypeName);
    if (!limetype) throw new Error(`The sample database has no limetype ${limetypeName}`);
    const shelf = this.#shelfOf(limetypeName);
    const newId = id ?? shelf.lastId + 1;
    if (shelf.objects.has(newId)) throw new Error(`${limetypeName} ${newId} already exists`);
    const valued = limetype.properties.filter((property) => !isToMany(property));
    const empty = Object.fromEntries(valued.map((property) => [property.name, emptyValue(property)]));
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
    put(shelf, object);
    return object;
  }

  get(limetype: string, id: number): LimeObject | undefined {
    return this.#shelves.get(limetype)?.objects.get(id);
  }

  /** Every object of the limetype that the user is not kept from seeing, by id. */
  visibleTo(user: User, limetype: string): LimeObject[] {
    return this.all(limetype).filter((object) => !object.hiddenFrom.has(user.name));
  }

  /** Every object of the limetype, by id. */
  all(limetype: string): LimeObject[] {
    return [...this.#shelfOf(limetype).objects.values()];
  }

  find(limetype: string, is: (object: LimeObject) => boolean): LimeObject | undefined {
    for (const object of this.#shelfOf(limetype).objects.values()) if (is(object)) return object;
    return undefined;
  }

  update(object: LimeObject, properties: PropertyValues, by: User): void {
    Object.assign(object.properties, properties);
    object.timestamp = this.now();
    object.updatedUser = by.id;
  }

  delete(limetype: string, id: number): boolean {
    return this.#shelfOf(limetype).objects.delete(id);
  }

  #shelfOf(limetype: string): Shelf {
    const known = this.#shelves.get(limetype) ?? { objects: new Map(), lastId: firstId - 1 };
    this.#shelves.set(limetype, known);
    return known;
  }
}

const firstId = 1001;

function put(shelf: Shelf, object: LimeObject): void {
  shelf.objects.set(object.id, object);
  if (object.id < shelf.lastId) shelf.objects = new Map([...shelf.objects].sort(([a], [b]) => a - b));
  shelf.lastId = Math.max(shelf.lastId, object.id);
}
