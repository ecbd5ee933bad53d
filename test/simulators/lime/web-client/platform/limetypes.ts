import type { Http } from './http.ts';
import { State } from './state.ts';

interface RestLimetype {
  name: string;
  localname: { singular: string; plural: string };
  acl?: object;
  properties: { name: string; localname: string; type: string; options?: { key: string; text: string }[] }[];
}

/** A limetype in client state. */
export interface LimeTypeState {
  name: string;
  label: string;
  localname: { singular: string; plural: string };
  acl: object;
  properties: Record<string, { name: string; localname: string; type: string }>;
  getProperty(path: string): { name: string; localname: string; type: string } | undefined;
}

const everything = { create: true, read: true, update: true, delete: true };

/** `state.limetypes`: what the database's limetypes are made of. */
export class Limetypes extends State<Record<string, LimeTypeState>> {
  constructor(private readonly http: Http) {
    super({});
  }

  get(name: string): LimeTypeState | undefined {
    return this.current[name];
  }

  /** Reads a limetype from the server; one that the user may not read is left out. */
  async load(name: string): Promise<void> {
    const limetype = (await this.http.get(`api/v1/limetype/${name}/`)) as RestLimetype;
    this.set({ ...this.current, [name]: stateOf(limetype) });
  }
}

function stateOf({ name, localname, acl, properties }: RestLimetype): LimeTypeState {
  const byName = Object.fromEntries(properties.map((property) => [property.name, property]));
  return {
    name,
    label: '',
    localname,
    acl: acl ?? everything,
    properties: byName,
    getProperty: (path) => byName[path],
  };
}
