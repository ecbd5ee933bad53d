import type { Answer } from '../../resilience/connections.ts';
import { type LimeTarget, RefusedByLime } from '../../services/ports/lime-writer.ts';
import { MissingInLime } from '../../services/ports/missing-in-lime.ts';
import { faultOfAnswer } from '../client/faults.ts';
import type { LimeHttp } from '../client/http.ts';
import { readJson } from '../client/read-answer.ts';
import type { Sent } from './send-apart.ts';
import type { WritePace } from './write-pace.ts';

/** Lime accepts the object or says that a value of it is wrong; with a new object, Lime's answer. */
export type Written = Extract<Sent, { kind: 'refused' }> | { kind: 'taken'; answer: Answer };

/** Calls of the service's own, so many a second. */
export class ServiceCalls {
  constructor(
    private readonly http: LimeHttp,
    private readonly pace: WritePace,
  ) {}

  /** @throws Fault or {@link RefusedByLime} */
  async read(path: string, signal: AbortSignal): Promise<unknown> {
    const answer = await this.#call('GET', path, undefined, signal);
    if (answer.status !== 200) throw refusal('GET', path, answer);
    return readJson(answer.text);
  }

  /**
   * @throws MissingInLime when the object that is to change has gone; Fault; {@link RefusedByLime} when Lime accepts
   *   nothing of this, whatever the values are
   */
  async write(
    method: 'POST' | 'PUT',
    path: string,
    { body, target, signal }: { body: object; target: LimeTarget; signal: AbortSignal },
  ): Promise<Written> {
    const answer = await this.#call(method, path, body, signal);
    const { status, text } = answer;
    if (status >= 200 && status <= 299) return { kind: 'taken', answer };
    if (status === 400 || status === 422) return { kind: 'refused', text: `(${status}) ${text}` };
    if (method === 'PUT' && (status === 404 || status === 410)) throw new MissingInLime(target);
    throw refusal(method, path, answer);
  }

  async #call(method: 'GET' | 'POST' | 'PUT', path: string, body: object | undefined, signal: AbortSignal) {
    await this.pace.enter(signal);
    return this.http.asService(method, path, body, signal);
  }
}

/** A refusal of Lime's is reported with its words; an answer from another server is another cause. */
function refusal(method: string, path: string, answer: Answer): Error {
  const fault = faultOfAnswer(answer);
  if (fault.code === 'lime-unreadable') return fault;
  const [what] = path.split('?');
  const said = `${method} ${what} (${answer.status}): ${answer.text.slice(0, 300)}`;
  const kinds = { 401: 'key', 403: 'rights' } as const;
  const refused = answer.status === 401 || answer.status === 403 ? kinds[answer.status] : 'content';
  return new RefusedByLime(`${fault.message} Lime does not take ${said}`, refused);
}
