import type { Http } from './http.ts';
import { State } from './state.ts';

interface RestProperty {
  name: string;
  localname: string;
  type: string;
  options?: { key: string; text: string }[];
}

interface RestLimetype {
  name: string;
  localname: { singular: string; plural: string };
  _embedded: { properties: RestProperty[] };
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

const nothing = { create: false, read: false, update: false, delete: false };

/** `state.limetypes`: what the database's limetypes are made of. */
export class Limetypes extends State<Record<string, LimeTypeState>> {
  /** @param acl - what the user may do, by limetype */
  constructor(
    private readonly http: Http,
    private readonly acl: Readonly<Record<string, object>>,
  ) {
    super({});
  }

  get(name: string): LimeTypeState | undefined {
    return this.current[name];
  }

  /** Reads a limetype from the server; one that the user may not read is left out. */
  async load(name: string): Promise<void> {
    const limetype = (await this.http.get(`api/v1/limetype/${name}/?_embed=properties`)) as RestLimetype;
    this.set({ ...this.current, [name]: stateOf(limetype, this.acl[name] ?? nothing) });
  }
}

function stateOf({ name, localname, _embedded }: RestLimetype, acl: object): LimeTypeState {
  const byName = Object.fromEntries(_embedded.properties.map((property) => [property.name, property]));
  return {
    name,
    label: '',
    localname,
    acl,
    properties: byName,
    getProperty: (path) => byName[path],
  };
}
