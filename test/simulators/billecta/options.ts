import type { UserCredentials } from './api/credentials.ts';
import type { CandidateOverrides } from './candidates.ts';

export interface BillectaSimulatorOptions {
  /** Default 0, a free one. Always on 127.0.0.1. */
  readonly port?: number;
  /** The API user. Default a made-up one. */
  readonly credentials?: UserCredentials;
  /** ms between tries of a webhook. Real Billecta retries up to five times in 24 hours (facts 6.2). */
  readonly retryDelays?: readonly number[];
  /** ms that a webhook's receiver has to answer. Default 5000. */
  readonly webhookTimeout?: number;
  /** The clock of everything but rate limits and waiting. */
  readonly now?: () => Date;
  /** What the facts leave open, where it should differ from the defaults. */
  readonly candidates?: CandidateOverrides;
}

export const defaults = {
  port: 0,
  credentials: { username: 'api@norrskenstad.example', password: 'simulated-password' },
  retryDelays: [50, 100, 200, 400, 800],
  webhookTimeout: 5000,
  now: () => new Date(),
} satisfies BillectaSimulatorOptions;
