import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import type { Problem, ProblemCode } from '../../../bff/contract/problem.ts';
import type { Task, TaskCount } from '../../../bff/contract/task.ts';
import type { TimelineEntry } from '../../../bff/contract/timeline.ts';

export interface RecordedRequest {
  method: string;
  /** Below the mount: `invoices/1001/dispute`. */
  path: string;
  query: string;
  body: unknown;
  headers: Record<string, string>;
}

interface Answer {
  method: 'GET' | 'POST';
  path: string;
  status?: number;
  type?: string;
  body?: unknown;
  /** Wait for `release`. */
  hold?: boolean;
  /** Cut the connection instead of answering, every time: a browser tries again by itself. */
  abort?: boolean;
}

/** What a path of the sync panel answers. */
interface SyncAnswer {
  method?: 'GET' | 'POST';
  status?: number;
  /** Of a list: `next` of the page before. */
  page?: string;
}

interface Log {
  requests: RecordedRequest[];
  streams: number;
}

let count = 0;

/** The scripted BFF of one Lime application, whose name nobody else uses. */
export class ScriptedBff {
  readonly application =
    `testdb-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${count++}`;

  holds(...statuses: InvoiceStatus[]): Promise<Log> {
    return this.#steer('statuses', statuses);
  }

  hasSeen(limeId: number, ...entries: TimelineEntry[]): Promise<Log> {
    return this.#steer('timeline', { limeId, entries });
  }

  /** What is answered when a selection is counted. */
  counts(count: TaskCount): Promise<Log> {
    return this.#steer('count', count);
  }

  /** A task is so from now on, and the open streams are told. The first that is known is the one that is begun. */
  hasTask(task: Task): Promise<Log> {
    return this.#steer('task', task);
  }

  /** `admin/…`, `processing` or `names` is answered so from now on; what nothing is said of is not found. */
  says(path: string, body: object, more: SyncAnswer = {}): Promise<Log> {
    return this.#steer('sync', { path, body, ...more });
  }

  /** From now on what is asked there fails. */
  fails(path: string, code: ProblemCode, more: SyncAnswer = {}): Promise<Log> {
    return this.says(path, problem(code), { status: 502, ...more });
  }

  /** Answers the next such request so; the one after that as usual. */
  answers(answer: Answer): Promise<Log> {
    return this.#steer('answers', answer);
  }

  push(status: InvoiceStatus): Promise<Log> {
    return this.#steer('push', status);
  }

  /** Shows the open streams to be alive. */
  beat(): Promise<Log> {
    return this.#steer('beat', {});
  }

  written(limeId: number): Promise<Log> {
    return this.#steer('written', { limeId });
  }

  release(): Promise<Log> {
    return this.#steer('release', {});
  }

  breakStreams(): Promise<Log> {
    return this.#steer('breakStreams', {});
  }

  async requests(method: string, path: string): Promise<RecordedRequest[]> {
    const { requests } = await this.log();
    return requests.filter((request) => request.method === method && request.path === path);
  }

  async log(): Promise<Log> {
    return (await fetch(`/scripted-bff/${this.application}/log`)).json() as Promise<Log>;
  }

  async #steer(action: string, body: unknown): Promise<Log> {
    const response = await fetch(`/scripted-bff/${this.application}/${action}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return (await response.json()) as Log;
  }
}

/** What is nobody's fault who asks. */
const isServers = /^(billecta-(?!refused|forbidden)|lime-|storage-|internal)/;

export function problem(code: ProblemCode, more: Partial<Problem> = {}): Problem {
  return {
    type: `urn:problem:${code}`,
    title: code,
    status: isServers.test(code) ? 502 : 409,
    code,
    detail: `What the server says about ${code}`,
    requestId: 'req-42',
    ...more,
  };
}
