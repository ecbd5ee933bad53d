import type { UserName } from '../database/users.ts';

/** One request to the REST API, as it came and as it was answered. */
export interface Call {
  at: Date;
  method: string;
  /** Path below `/{database}`, e.g. `/api/v1/limeobject/invoice/1001/`. */
  path: string;
  /** Query string with its `?`, or empty. */
  search: string;
  /** Whose credential it carried; undefined for none or a bad one. */
  user: UserName | undefined;
  credential: 'key' | 'cookie' | undefined;
  userAgent: string | undefined;
  /** Undefined until answered, and for good when the connection was cut. */
  status: number | undefined;
}

/** Every REST call since the start, or since it was last cleared; oldest first. */
export type CallLog = Call[];
