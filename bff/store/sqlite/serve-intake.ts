import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { DeliveryReader } from '../../services/ports/inbox.ts';
import { sortOut } from '../sort-out.ts';
import { appendAll } from './append.ts';
import type { Question, Reply } from './messages.ts';
import { prepare } from './prepare.ts';
import { Statements } from './statements.ts';

/** How long to wait for another process that writes, ms. */
const lockWait = 2_000;

/**
 * In a thread of its own: reads webhooks and puts them on disk for {@link IntakeThread}. SQLite makes its caller wait
 * for the disk; here nobody else waits with it, and what comes meanwhile shares the next commit.
 */
export function serveIntake(file: string, reader: DeliveryReader): void {
  const database = new Database(file, { timeout: lockWait });
  prepare(database);
  const statements = new Statements(database);

  parentPort?.on('message', (first: Question) => {
    const questions = [first, ...waiting()];
    const deliveries = questions.filter((question) => question.deliveries !== null);
    for (const reply of replies(deliveries)) parentPort?.postMessage(reply);
    for (const { id } of questions.filter((question) => question.deliveries === null)) {
      database.close();
      parentPort?.postMessage({ id, kind: 'done', taken: [] } satisfies Reply);
    }
  });

  /** Answers several with one commit. */
  function replies(questions: readonly Question[]): Reply[] {
    if (questions.length === 0) return [];
    try {
      const deliveries = questions.map((question) => question.deliveries ?? []);
      const { arrivals, became } = sortOut(deliveries.flat(), reader);
      const taken = became(appendAll(database, statements, arrivals, reader));
      return questions.map(({ id }, place) => ({
        id,
        kind: 'done',
        taken: taken.splice(0, deliveries[place]?.length ?? 0),
      }));
    } catch (error) {
      const { message, code } = error as Error & { code?: unknown };
      return questions.map(({ id }) => ({ id, kind: 'failed', message, code }));
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
