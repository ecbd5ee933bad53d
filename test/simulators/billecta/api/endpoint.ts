import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Command, HttpMethod } from '../candidates.ts';
import type { World } from '../world.ts';
import type { Credentials } from './credentials.ts';

export type Operation =
  | Command
  | 'invoice'
  | 'attest'
  | 'comment'
  | 'open'
  | 'closed'
  | 'creditors'
  | 'creditor'
  | 'debtor'
  | 'authenticate';

/** A request that an endpoint answers. */
export interface ApiRequest {
  /** The id at the end of the path, empty where the path has none. */
  readonly id: string;
  readonly query: (name: string) => string | undefined;
  /** The body as text. */
  readonly body: string;
  readonly world: World;
  readonly credentials: Credentials;
}

/** One operation of the API. What `answer` returns is sent as JSON; nothing makes an empty 200. */
export interface Endpoint {
  readonly operation: Operation;
  readonly method: HttpMethod;
  /** `{…}` stands for the id. */
  readonly path: string;
  readonly answer: (request: ApiRequest) => unknown;
}

/** What the middleware of one call share. */
export interface ApiEnv {
  Bindings: HttpBindings;
  Variables: { match: Match };
}

export type ApiContext = Context<ApiEnv>;

export type Match =
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint; readonly id: string }
  | { readonly kind: 'other-method' }
  | { readonly kind: 'nothing' };

export function operationOf(match: Match): Operation | null {
  return match.kind === 'endpoint' ? match.endpoint.operation : null;
}
