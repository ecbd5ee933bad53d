import type { LimeTypeState } from './limetypes.ts';

/** An object as Lime's REST answers it. */
export type HalObject = Record<string, unknown> & { _id: number };

/**
 * An object in client state: properties by name, an option as its key string, a relation as an id.
 */
export class LimeObject {
  readonly id: number;
  readonly createdtime: unknown;
  readonly timestamp: unknown;
  readonly descriptive: unknown;
  readonly [property: string]: unknown;
  readonly #limetype: LimeTypeState | undefined;

  constructor(hal: HalObject, limetype: LimeTypeState | undefined) {
    this.#limetype = limetype;
    this.id = hal._id;
    this.createdtime = hal._createdtime;
    this.timestamp = hal._timestamp;
    this.descriptive = hal._descriptive;
    for (const [name, value] of Object.entries(hal)) {
      if (!name.startsWith('_')) Object.assign(this, { [name]: isOption(value) ? value.key : value });
    }
  }

  getValue(path: string): unknown {
    return this[path];
  }

  getLimetype(): LimeTypeState | undefined {
    return this.#limetype;
  }
}

const isOption = (value: unknown): value is { key: string } =>
  typeof value === 'object' && value !== null && 'key' in value;
