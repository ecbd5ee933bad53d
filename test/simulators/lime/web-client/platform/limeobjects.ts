import type { Http } from './http.ts';
import { type HalObject, LimeObject } from './lime-object.ts';
import type { Limetypes } from './limetypes.ts';
import { State } from './state.ts';

/** `state.limeobjects`: the objects that this page has loaded, by limetype. */
export class Limeobjects extends State<Record<string, readonly LimeObject[]>> {
  constructor(
    private readonly http: Http,
    private readonly limetypes: Limetypes,
  ) {
    super({});
  }

  getObject(limetype: string, id: number): LimeObject | undefined {
    return this.current[limetype]?.find((object) => object.id === id);
  }

  /** Puts the object into the state. @throws HttpResponseError 404 when it is missing or hidden */
  async loadObject(limetype: string, id: number): Promise<void> {
    const hal = (await this.http.get(`api/v1/limeobject/${limetype}/${id}/`)) as HalObject;
    const object = new LimeObject(hal, this.limetypes.get(limetype));
    const others = (this.current[limetype] ?? []).filter((other) => other.id !== id);
    this.set({ ...this.current, [limetype]: [...others, object] });
  }

  /** Reads the object again, so that card and lists show what the server has now. */
  reloadObject(limetype: string, id: number): Promise<void> {
    return this.loadObject(limetype, id);
  }
}
