import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Delivery, EnvelopeParser, IntakeResult } from '../../../services/ports/intake.ts';
import { type IntakeFailure, toIntakeFailure } from '../../webhooks/intake-failure.ts';
import { parseDeliveries } from '../../webhooks/parse-deliveries.ts';
import { appendAll } from '../append.ts';
import { isPassingCode } from '../passing.ts';
import { prepare } from '../prepare.ts';
import { sameFile } from '../same-file.ts';
import { Statements } from '../statements.ts';
import type { Question, Reply } from './messages.ts';

/** How long to wait for another process that writes, ms. */
const lockWait = 2_000;

/**
 * In a thread of its own: reads webhooks and puts them on disk for {@link IntakeThread}. SQLite blocks its caller until
 * the disk answers; here no other work waits with it, and deliveries of the meantime share the next commit.
 */
export function serveIntake(file: string, reader: EnvelopeParser): void {
  const database = new Database(file, { timeout: lockWait });
  prepare(database);
  const look = sameFile(file);
  const statements = new Statements(database);

  parentPort?.on('message', (first: Question) => {
    const questions = [first, ...waiting()];
    const deliveries = questions.filter((question) => question.deliveries !== null);
    for (const reply of replies(deliveries)) parentPort?.postMessage(reply);
    for (const { id } of questions.filter((question) => question.deliveries === null)) {
      database.close();
      parentPort?.postMessage({ id, kind: 'done', results: [] } satisfies Reply);
    }
  });

  /** Answers several with one commit. */
  function replies(questions: readonly Question[]): Reply[] {
    if (questions.length === 0) return [];
    try {
      const deliveries = questions.map((question) => question.deliveries ?? []);
      const results = acceptAll(deliveries.flat());
      return questions.map(({ id }, place) => ({
        id,
        kind: 'done',
        results: results.splice(0, deliveries[place]?.length ?? 0),
      }));
    } catch (error) {
      return questions.map(({ id }) => ({ id, ...toIntakeFailure(error) }));
    }
  }

  function acceptAll(deliveries: readonly Delivery[]): Array<IntakeResult | IntakeFailure> {
    try {
      const { arrivals, toResults } = parseDeliveries(deliveries, reader);
      const results = toResults(appendAll(database, statements, arrivals, reader));
      // A file on disk without a name is lost when the process ends.
      look();
      return results;
    } catch (error) {
      if (isPassingCode((error as { code?: unknown }).code)) throw error;
      if (deliveries.length === 1) return [toIntakeFailure(error)];
      return deliveries.flatMap((delivery) => acceptOne(delivery));
    }
  }

  function acceptOne(delivery: Delivery): Array<IntakeResult | IntakeFailure> {
    try {
      return acceptAll([delivery]);
    } catch (error) {
      return [toIntakeFailure(error)];
    }
  }
}

/** The questions that have come meanwhile. */
function* waiting(): Generator<Question> {
  if (!parentPort) return;
  for (let next = receiveMessageOnPort(parentPort); next; next = receiveMessageOnPort(parentPort)) {
    yield next.message as Question;
  }
}
