import type { HttpBindings } from '@hono/node-server';
import type { Logins } from '../database/logins.ts';
import type { ObjectStore } from '../database/store.ts';
import type { User } from '../database/users.ts';
import type { Candidates } from '../options.ts';
import type { CallLog } from './calls.ts';
import type { Faults } from './faults.ts';
import type { RateLimiter } from './rate-limit.ts';

/** What the REST API is made of. */
export interface Rest {
  /** Absolute URL that `_links` begin with, without a slash at the end. */
  baseUrl: () => string;
  store: ObjectStore;
  logins: Logins;
  candidates: Candidates;
  calls: CallLog;
  faults: Faults;
  rateLimiter: RateLimiter;
}

export interface RestEnv {
  Bindings: HttpBindings;
  Variables: { user: User };
}
