import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { Receipt } from '../dialect.ts';
import { appendAll } from './append.ts';
import type { Question, Ran, Reply } from './messages.ts';
import { startThread } from './start-thread.ts';
import { Statements } from './statements.ts';

/**
 * The thread that holds the SQLite file. SQLite makes its caller wait for the disk; here nobody else waits with it.
 * Answers one question after the other, in the order in which they were asked.
 */

/** How long to wait for another process that writes, ms. */
const lockWait = 2_000;

/** How far the log may grow before those who commit work it into the file themselves, pages of 4 KiB. */
const walPages = 50_000;

const database = new Database(String(workerData), { timeout: lockWait });
database.pragma('journal_mode = WAL');
// Acknowledged means on disk: a flush with every commit.
database.pragma('synchronous = FULL');
database.pragma(`wal_autocheckpoint = ${walPages}`);
const statements = new Statements(database);

const checkpoints = startThread('checkpoint-thread', workerData);
checkpoints.on('message', () => {
  if (!database.inTransaction) database.pragma('wal_checkpoint(PASSIVE)');
});

parentPort?.on('message', (first: Question) => {
  for (const questions of together([first, ...waiting()])) {
    for (const reply of replies(questions)) parentPort?.postMessage(reply);
  }
});

/** The questions that have come meanwhile. */
function* waiting(): Generator<Question> {
  if (!parentPort) return;
  for (let next = receiveMessageOnPort(parentPort); next; next = receiveMessageOnPort(parentPort)) {
    yield next.message as Question;
  }
}

/** The same questions in the same order; appends that follow each other come together, so that they share a commit. */
function* together(questions: readonly Question[]): Generator<Question[]> {
  for (let from = 0; from < questions.length; ) {
    const other = questions.findIndex(({ kind }, place) => place >= from && kind !== 'append');
    const end = other === -1 ? questions.length : Math.max(other, from + 1);
    yield questions.slice(from, end);
    from = end;
  }
}

function replies(questions: readonly Question[]): Reply[] {
  try {
    const answers = questions.length > 1 ? appendTogether(questions) : questions.map(answer);
    return questions.map(({ id }, place) => ({ id, kind: 'done', answer: answers[place] }));
  } catch (error) {
    const { message, code } = error as Error & { code?: unknown };
    return questions.map(({ id }) => ({ id, kind: 'failed', message, code }));
  }
}

function appendTogether(questions: readonly Question[]): Receipt[][] {
  const arrivals = questions.map((question) => (question.kind === 'append' ? question.ask : []));
  const receipts = appendAll(database, statements, arrivals.flat());
  return arrivals.map(({ length }) => receipts.splice(0, length));
}

function answer(question: Question): unknown {
  switch (question.kind) {
    case 'run':
      return run(question.ask.sql, question.ask.parameters);
    case 'append':
      return appendAll(database, statements, question.ask);
    case 'rollback':
      if (database.inTransaction) database.exec('rollback');
      return null;
    case 'close':
      void checkpoints.terminate();
      database.close();
      return null;
  }
}

function run(sql: string, parameters: readonly unknown[]): Ran {
  const statement = statements.get(sql);
  return statement.reader
    ? { rows: statement.all(parameters), changes: null }
    : { rows: [], changes: statement.run(parameters).changes };
}
