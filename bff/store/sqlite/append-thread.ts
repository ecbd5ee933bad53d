import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Receipt } from '../dialect.ts';
import { appendAll } from './append.ts';
import type { Question, Reply } from './messages.ts';
import { prepare } from './prepare.ts';
import { Statements } from './statements.ts';

/**
 * The thread that puts events on disk. SQLite makes its caller wait for the disk; here nobody else waits with it, and
 * what comes meanwhile shares the next commit.
 */

/** How long to wait for another process that writes, ms. */
const lockWait = 2_000;

const database = new Database(String(workerData), { timeout: lockWait });
prepare(database);
const statements = new Statements(database);

parentPort?.on('message', (first: Question) => {
  const questions = [first, ...waiting()];
  const appends = questions.filter(({ arrivals }) => arrivals !== null);
  for (const reply of replies(appends)) parentPort?.postMessage(reply);
  for (const { id } of questions.filter(({ arrivals }) => arrivals === null)) {
    database.close();
    parentPort?.postMessage({ id, kind: 'done', receipts: [] } satisfies Reply);
  }
});

/** The questions that have come meanwhile. */
function* waiting(): Generator<Question> {
  if (!parentPort) return;
  for (let next = receiveMessageOnPort(parentPort); next; next = receiveMessageOnPort(parentPort)) {
    yield next.message as Question;
  }
}

/** Answers several with one commit. */
function replies(questions: readonly Question[]): Reply[] {
  if (questions.length === 0) return [];
  try {
    const arrivals = questions.map((question) => question.arrivals ?? []);
    const receipts: Receipt[] = appendAll(database, statements, arrivals.flat());
    return questions.map(({ id }, place) => ({
      id,
      kind: 'done',
      receipts: receipts.splice(0, arrivals[place]?.length ?? 0),
    }));
  } catch (error) {
    const { message, code } = error as Error & { code?: unknown };
    return questions.map(({ id }) => ({ id, kind: 'failed', message, code }));
  }
}
