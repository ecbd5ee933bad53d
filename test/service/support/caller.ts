import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../../bff/contract/invoice-status.ts';
import type { Problem } from '../../../bff/contract/problem.ts';

export interface Reply<T> {
  status: number;
  headers: Headers;
  body: T & Partial<Problem>;
}

/** Somebody who calls the service over HTTP. */
export class Caller {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  get(path: string): Promise<Reply<unknown>> {
    return this.#fetch(path, {});
  }

  status(limeId: number): Promise<Reply<InvoiceStatus>> {
    return this.#fetch(`invoices/${limeId}`, {});
  }

  statuses(limeIds: readonly number[]): Promise<Reply<InvoiceStatus[]>> {
    return this.#fetch(`invoices?ids=${limeIds.join()}`, {});
  }

  run(command: CommandName, limeId: number, body: unknown = {}): Promise<Reply<InvoiceStatusAfterCommand>> {
    return this.post(`invoices/${limeId}/${command}`, JSON.stringify(body)) as Promise<
      Reply<InvoiceStatusAfterCommand>
    >;
  }

  post(path: string, body: string, type = 'application/json'): Promise<Reply<unknown>> {
    return this.#fetch(path, { method: 'POST', body, headers: { 'content-type': type } });
  }

  /** A request without a body. */
  send(method: string, path: string): Promise<Reply<unknown>> {
    return this.#fetch(path, { method });
  }

  async #fetch<T>(path: string, init: RequestInit): Promise<Reply<T>> {
    const response = await fetch(`${this.url}/${path}`, {
      ...init,
      // A connection that is kept open does not survive a restart of the service.
      headers: { connection: 'close', ...this.headers, ...(init.headers as Record<string, string>) },
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : null) as T & Partial<Problem>,
    };
  }
}
