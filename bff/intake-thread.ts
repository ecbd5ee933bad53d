import { workerData } from 'node:worker_threads';
import { deliveryReader } from './billecta/webhook/parse-delivery.ts';
import type { EnvelopeKeys } from './billecta/webhook/webhook-envelope.ts';
import { serveIntake } from './store/sqlite/intake/serve-intake.ts';

/** The thread that takes webhooks in where the database is a file; webhook-reading.ts names it, openSqlite starts it. */
const { file, knowing } = workerData as { file: string; knowing: EnvelopeKeys };
serveIntake(file, deliveryReader(knowing));
