import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { LimeClient } from '../../../bff/lime/client/client.ts';
import { LimeHttp, type LimeHttpOptions } from '../../../bff/lime/client/http.ts';
import { defaultNames } from '../../../bff/lime/client/names.ts';
import { listen } from '../../service/support/listen.ts';

export interface Asked {
  method: string;
  /** Below `/api/v1/`, with its query. */
  path: string;
  body: unknown;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** An answer: a text as it is, anything else as JSON; without a body when there is none. */
export interface Says {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface ScriptedLime {
  url: string;
  asked: Asked[];
  http: LimeHttp;
  client: LimeClient;
}

/** A Lime that answers what a test says, over real HTTP, and clients of it, until the test ends. */
export async function scriptedLime(
  answer: (asked: Asked) => Says,
  options: Partial<LimeHttpOptions> = {},
): Promise<ScriptedLime> {
  const asked: Asked[] = [];
  const origin = await listen(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body = await text(request);
    const call = {
      method,
      path: url.replace(/^\/[^/]*\/api\/v1\//, ''),
      body: body === '' ? undefined : JSON.parse(body),
      headers,
    };
    asked.push(call);
    const says = answer(call);
    response.writeHead(says.status ?? 200, says.headers);
    response.end(
      typeof says.body === 'string' || says.body === undefined ? says.body : JSON.stringify(says.body),
    );
  });
  const url = `${origin}/acme`;
  const log = { info() {}, warn() {}, error() {} };
  const http = new LimeHttp({
    url,
    userAgent: 'a-test/1.0.0',
    apiKey: 'service',
    log,
    hide: (text) => text,
    ...options,
  });
  onTestFinished(() => http.close());
  return { url, asked, http, client: new LimeClient(http, defaultNames) };
}
