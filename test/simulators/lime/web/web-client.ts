import type { Logins } from '../database/logins.ts';
import type { Candidates } from '../options.ts';

/** What the web client is served from. */
export interface WebClient {
  database: string;
  logins: Logins;
  candidates: Candidates;
  /** Folder with `lwc.config.json` and the built package. */
  bundleDirectory: string;
  configs: Readonly<Record<string, unknown>>;
}
