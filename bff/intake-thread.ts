import { workerData } from 'node:worker_threads';
import { envelopeParser } from './billecta/webhook/parse-delivery.ts';
import type { EnvelopeKeys } from './billecta/webhook/webhook-envelope.ts';
import { serveIntake } from './store/sqlite/intake/serve-intake.ts';

/** The thread that stores webhooks where the database is a file; delivery-parser.ts names it, openSqlite starts it. */
const { file, workerData: keys } = workerData as { file: string; workerData: EnvelopeKeys };
serveIntake(file, envelopeParser(keys));
