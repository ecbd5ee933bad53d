/** An object as REST answers it; what a client may rely on of it. */
export interface HalObject {
  [property: string]: unknown;
  _id: number;
  _descriptive: string;
  _timestamp: string;
}

export interface PropertyDescription {
  name: string;
  type: string;
  required: boolean;
  options?: { key: string; text: string; inactive: boolean }[];
  _links: { related_type?: { name: string } };
}

export interface LimetypeDescription {
  name: string;
  localname: { singular: string; plural: string };
  _embedded: { properties: PropertyDescription[] };
}

interface Page {
  _links: { next?: { href: string } };
  _embedded: { limeobjects: HalObject[] };
}

/** A refusal, by its status alone: no schema of its body is known. */
export class Refused extends Error {
  constructor(readonly status: number) {
    super(`Refused with ${status}`);
  }
}

/**
 * A client of Lime's REST API that knows what facts 7 say and nothing of this product: the calls of Lime's own client
 * for n8n, with its User-Agent. It writes its addresses with the final slash, or without.
 */
export class FactsClient {
  constructor(
    private readonly baseUrl: string,
    private readonly apiKey: string,
    private readonly slash: '/' | '' = '/',
  ) {}

  /** The test call: whether the key is valid. */
  test(): Promise<boolean> {
    return this.#send('GET', '').then(
      () => true,
      () => false,
    );
  }

  async limetypes(): Promise<LimetypeDescription[]> {
    const answer = await this.#json('GET', this.#path('limetype', '?_embed=limetypes.properties'));
    return (answer as { _embedded: { limetypes: LimetypeDescription[] } })._embedded.limetypes;
  }

  async properties(limetype: string): Promise<PropertyDescription[]> {
    const answer = await this.#json('GET', this.#path(`limetype/${limetype}`, '?_embed=properties'));
    return (answer as LimetypeDescription)._embedded.properties;
  }

  async get(limetype: string, id: number): Promise<HalObject> {
    return (await this.#json('GET', this.#path(`limeobject/${limetype}/${id}`))) as HalObject;
  }

  async related(limetype: string, id: number, relation: string): Promise<HalObject> {
    return (await this.#json('GET', this.#path(`limeobject/${limetype}/${id}/${relation}`))) as HalObject;
  }

  /** All that the list finds, page after page. */
  async list(limetype: string, query: Record<string, string>): Promise<HalObject[]> {
    const first = this.#path(`limeobject/${limetype}`, `?${new URLSearchParams(query)}`);
    let page = (await this.#json('GET', first)) as Page;
    const found = [...page._embedded.limeobjects];
    while (page._links.next) {
      page = (await (await this.#fetch('GET', page._links.next.href)).json()) as Page;
      found.push(...page._embedded.limeobjects);
    }
    return found;
  }

  async query(query: object): Promise<Record<string, unknown>[]> {
    const answer = await this.#json(
      'GET',
      this.#path('query', `?q=${encodeURIComponent(JSON.stringify(query))}`),
    );
    return (answer as { objects: Record<string, unknown>[] }).objects;
  }

  async create(limetype: string, values: object): Promise<HalObject> {
    return (await this.#json('POST', this.#path(`limeobject/${limetype}`), values)) as HalObject;
  }

  /** What is answered is not known, so it is read again. */
  async update(limetype: string, id: number, values: object): Promise<HalObject> {
    await this.#send('PUT', this.#path(`limeobject/${limetype}/${id}`), values);
    return this.get(limetype, id);
  }

  async delete(limetype: string, id: number): Promise<void> {
    await this.#send('DELETE', this.#path(`limeobject/${limetype}/${id}`));
  }

  async languages(): Promise<unknown> {
    return this.#json('GET', this.#path('admin/settings/languages'));
  }

  #path(path: string, query = ''): string {
    return `${path}${this.slash}${query}`;
  }

  async #json(method: string, path: string, body?: object): Promise<unknown> {
    return (await this.#send(method, path, body)).json();
  }

  #send(method: string, path: string, body?: object): Promise<Response> {
    return this.#fetch(method, `${this.baseUrl}/api/v1/${path}`, body);
  }

  async #fetch(method: string, url: string, body?: object): Promise<Response> {
    const response = await fetch(url, {
      method,
      headers: {
        'x-api-key': this.apiKey,
        'user-agent': 'lime-crm-workflows/1.0.0 (n8n-node)',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Refused(response.status);
    return response;
  }
}
