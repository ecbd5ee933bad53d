interface Options {
  params?: Record<string, string | string[]>;
  headers?: Record<string, string>;
  responseType?: 'text' | 'json' | 'arraybuffer' | 'blob';
}

/** What a request that was not answered 2xx is rejected with (6.x). */
class HttpResponseError extends Error {
  override readonly name = 'HttpResponseError';
  readonly status: number;

  constructor(readonly response: Response) {
    super(`${response.status} ${response.statusText}`);
    this.status = response.status;
  }
}

/** Lime's HTTP service: URLs are relative to the application, bodies are JSON, the login cookie goes along. */
export class Http {
  constructor(private readonly basePath: string) {}

  get(url: string, options?: Options): Promise<unknown> {
    return this.#send('GET', url, undefined, options);
  }

  post(url: string, data?: unknown, options?: Options): Promise<unknown> {
    return this.#send('POST', url, data, options);
  }

  put(url: string, data?: unknown, options?: Options): Promise<unknown> {
    return this.#send('PUT', url, data, options);
  }

  patch(url: string, data?: unknown, options?: Options): Promise<unknown> {
    return this.#send('PATCH', url, data, options);
  }

  delete(url: string, options?: Options): Promise<unknown> {
    return this.#send('DELETE', url, undefined, options);
  }

  async #send(method: string, url: string, data: unknown, options: Options = {}): Promise<unknown> {
    const body = data === undefined ? null : JSON.stringify(data);
    const headers = new Headers(options.headers);
    if (body !== null && !headers.has('content-type')) headers.set('content-type', 'application/json');
    const response = await fetch(this.#urlOf(url, options.params), { method, body, headers });
    if (!response.ok) throw new HttpResponseError(response);
    return read(response, options.responseType);
  }

  #urlOf(url: string, params: Options['params'] = {}): string {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(params)) {
      for (const item of [value].flat()) search.append(name, item);
    }
    const query = search.size > 0 ? `${url.includes('?') ? '&' : '?'}${search}` : '';
    return `${this.basePath}/${url.replace(/^\//, '')}${query}`;
  }
}

async function read(response: Response, type: Options['responseType'] = 'json'): Promise<unknown> {
  switch (type) {
    case 'text':
      return response.text();
    case 'arraybuffer':
      return response.arrayBuffer();
    case 'blob':
      return response.blob();
    case 'json': {
      const text = await response.text();
      return text === '' ? undefined : JSON.parse(text);
    }
  }
}
