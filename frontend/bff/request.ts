import type { Problem } from '../../bff/contract/problem.ts';
import { BffError } from './bff-error.ts';
import { learnTime } from './server-clock.ts';

/** The BFF gives Billecta less time than this, so that its own answer comes first (ms). */
const timeoutMs = 12_000;

/**
 * Calls the BFF with the user's Lime session and reads its JSON; undefined where it answers 204.
 *
 * @throws BffError for anything but a successful answer
 */
export async function request<T>(
  method: 'GET' | 'POST',
  url: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await send(method, url, body, headers);
  if (response.status === 204) return undefined as T;
  const answer = await read(response);
  if (response.ok && answer !== undefined) return answer as T;
  if (isProblem(answer)) throw new BffError({ kind: 'problem', problem: answer });
  throw new BffError({ kind: 'unreadable', status: response.status });
}

async function send(
  method: string,
  url: string,
  body: object | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json',
      'content-type': 'application/json',
      ...headers,
    },
    signal: AbortSignal.timeout(timeoutMs),
  };
  if (body) init.body = JSON.stringify(body);
  const { onLine } = navigator;
  try {
    const response = await fetch(url, init);
    learnTime(response.headers.get('date'));
    return response;
  } catch (error) {
    throw new BffError({ kind: isTimeout(error) ? 'timeout' : onLine ? 'network' : 'offline' });
  }
}

async function read(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    if (isTimeout(error)) throw new BffError({ kind: 'timeout' });
    return undefined;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer;
}
