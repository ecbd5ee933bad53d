import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp, mount } from '../../../bff/app.ts';
import type { Reconciliations } from '../../../bff/contract/admin/reconciliation.ts';
import { type LimeSimulator, startLimeSimulator } from '../../simulators/lime/index.ts';
import { eventually } from '../support/eventually.ts';
import { deliver, stored } from '../support/inbox.ts';
import { type Harness, startHarness } from '../support/start.ts';

/** Design, section 4: who may do what, as the status of the answer. */
interface Answers {
  anonymous: number;
  'with a wrong key': number;
  'a reader': number;
  'a user': number;
  'an administrator': number;
  'a user of another Lime database': number;
}
type Who = keyof Answers;

const all = (status: number): Answers => ({
  anonymous: status,
  'with a wrong key': status,
  'a reader': status,
  'a user': status,
  'an administrator': status,
  'a user of another Lime database': status,
});
const everybody = all(200);
const billectaAlone = all(401);
const whoMayRead = { ...billectaAlone, 'a reader': 200, 'a user': 200, 'an administrator': 200 };
const whoMayUpdate = { ...whoMayRead, 'a reader': 403 };
/** Somebody else's task does not exist; `own` is the status for who made it. */
const itsMaker = (own: number) => ({
  ...billectaAlone,
  'a reader': 404,
  'a user': own,
  'an administrator': 404,
});
/** To everybody else Lime shows no integration monitor. */
const administrators = { ...whoMayRead, 'a reader': 403, 'a user': 403 };

interface Row {
  answers: Answers;
  /** What is asked for, below the mount or from the root; on something of this case's own. */
  path(): string | Promise<string>;
  body?: string | (() => string);
}

const ofInvoice =
  (rest = '') =>
  () =>
    `invoices/${harness.addInvoice().limeId}${rest}`;

/** A task of the user's. */
const ofTask =
  (rest = '') =>
  async () => {
    const body = JSON.stringify({ command: 'pause', invoiceIds: [harness.addInvoice().limeId] });
    const { body: answer } = await harness.as('user').post('tasks', body);
    return `tasks/${(answer as { taskId: string }).taskId}${rest}`;
  };

/** Every route, as the app names it. */
const matrix: Record<string, Row> = {
  'GET /healthz': { answers: everybody, path: () => '/healthz' },
  'GET /metrics': { answers: everybody, path: () => '/metrics' },
  'GET /readyz': { answers: everybody, path: () => '/readyz' },
  'POST billecta-webhook-receiver/': {
    answers: billectaAlone,
    path: () => 'billecta-webhook-receiver/',
    body: '{"Event":"DailyNotification"}',
  },
  'POST billecta-webhook-receiver': {
    answers: billectaAlone,
    path: () => 'billecta-webhook-receiver',
    body: '{"Event":"DailyNotification"}',
  },
  'GET invoices': { answers: whoMayRead, path: () => `invoices?ids=${harness.addInvoice().limeId}` },
  'GET invoices/:limeId': { answers: whoMayRead, path: ofInvoice() },
  'GET invoices/:limeId/timeline': { answers: whoMayRead, path: ofInvoice('/timeline') },
  'GET live': { answers: whoMayRead, path: () => `live?ids=${harness.addInvoice().limeId}` },
  'POST invoices/:limeId/dispute': { answers: whoMayUpdate, path: ofInvoice('/dispute') },
  'POST invoices/:limeId/cancel-dispute': { answers: whoMayUpdate, path: ofInvoice('/cancel-dispute') },
  'POST invoices/:limeId/pause': { answers: whoMayUpdate, path: ofInvoice('/pause') },
  'POST invoices/:limeId/resume': { answers: whoMayUpdate, path: ofInvoice('/resume') },
  'POST invoices/:limeId/seen': {
    answers: whoMayUpdate,
    path: ofInvoice('/seen'),
    body: '{"comment":"c-1"}',
  },
  'POST tasks': {
    answers: { ...whoMayUpdate, 'a user': 202, 'an administrator': 202 },
    path: () => 'tasks',
    body: () => JSON.stringify({ command: 'pause', invoiceIds: [harness.addInvoice().limeId] }),
  },
  'POST tasks/count': {
    answers: whoMayUpdate,
    path: () => 'tasks/count',
    body: () => JSON.stringify({ command: 'pause', invoiceIds: [harness.addInvoice().limeId] }),
  },
  'GET tasks': { answers: whoMayRead, path: () => 'tasks' },
  'GET tasks/:id': { answers: itsMaker(200), path: ofTask() },
  'GET tasks/:id/outcome.csv': { answers: itsMaker(200), path: ofTask('/outcome.csv') },
  'POST tasks/:id/retry-failed': { answers: itsMaker(202), path: ofTask('/retry-failed') },
  'POST tasks/:id/cancel': { answers: itsMaker(202), path: ofTask('/cancel') },
  'GET names': { answers: whoMayRead, path: () => 'names' },
  'GET processing': { answers: whoMayRead, path: () => 'processing' },
  'GET admin/status': { answers: administrators, path: () => 'admin/status' },
  'GET admin/checks': { answers: administrators, path: () => 'admin/checks' },
  'GET admin/events': { answers: administrators, path: () => 'admin/events' },
  'GET admin/events/:id': {
    answers: administrators,
    path: async () => `admin/events/${await deadLetter()}`,
  },
  'POST admin/events/count': { answers: administrators, path: () => 'admin/events/count' },
  'GET admin/issues': { answers: administrators, path: () => 'admin/issues' },
  'POST admin/issues/:id/acknowledge': {
    answers: { ...administrators, 'an administrator': 204 },
    path: async () => `admin/issues/${await issue()}/acknowledge`,
  },
  'POST admin/issues/:id/retry': {
    answers: administrators,
    path: async () => `admin/issues/${await issue()}/retry`,
  },
  'POST admin/issues/:id/dismiss': {
    answers: { ...administrators, 'an administrator': 204 },
    path: async () => `admin/issues/${await issue()}/dismiss`,
  },
  'GET admin/missing.csv': { answers: administrators, path: () => 'admin/missing.csv' },
  'GET admin/rejected': { answers: administrators, path: () => 'admin/rejected' },
  'GET admin/commands': { answers: administrators, path: () => 'admin/commands' },
  'GET admin/commands.csv': { answers: administrators, path: () => 'admin/commands.csv' },
  'POST admin/events/retry': {
    answers: administrators,
    path: () => 'admin/events/retry',
    body: '{"filter":{}}',
  },
  'POST admin/events/:id/retry': {
    answers: administrators,
    path: async () => `admin/events/${await deadLetter()}/retry`,
  },
  'POST admin/events/:id/dismiss': {
    answers: { ...administrators, 'an administrator': 204 },
    path: async () => `admin/events/${await deadLetter()}/dismiss`,
  },
  'POST admin/reconcile': {
    answers: { ...administrators, 'an administrator': 202 },
    path: () => 'admin/reconcile',
  },
  'GET admin/reconciliations': { answers: administrators, path: () => 'admin/reconciliations' },
  'GET admin/reconciliations/:id': {
    answers: administrators,
    path: async () => `admin/reconciliations/${await aRun()}`,
  },
  'POST admin/pause': { answers: administrators, path: () => 'admin/pause', body: '{"why":"a test"}' },
  'POST admin/resume': { answers: administrators, path: () => 'admin/resume' },
};

let harness: Harness;
let anotherLime: LimeSimulator;
beforeAll(async () => {
  harness = await startHarness({ environment: { CALLER_REQUESTS_PER_MINUTE: '999999' } });
  anotherLime = await startLimeSimulator({ database: 'another' });
});
afterAll(async () => {
  await harness.close();
  await anotherLime.close();
});

const credentials: Record<Who, () => Record<string, string>> = {
  anonymous: () => ({}),
  'with a wrong key': () => ({ 'x-api-key': 'wrong' }),
  'a reader': () => ({ 'x-api-key': harness.lime.keys.reader }),
  'a user': () => ({ 'x-api-key': harness.lime.keys.user }),
  'an administrator': () => ({ 'x-api-key': harness.lime.keys.admin }),
  // The simulator's keys are the same in every database; a log-in is not.
  'a user of another Lime database': () => ({
    cookie: anotherLime.cookies('user'),
    origin: harness.lime.url,
  }),
};

/** An event that could not be applied. @returns its id */
async function deadLetter(): Promise<number> {
  const id = await deliver(harness, 'DebtorUpdated', { DebtorPublicId: 'd-1' });
  await harness.store.db.updateTable('inbox').set({ state: 'dead' }).where('id', '=', id).execute();
  return id;
}

function bodyOf(route: string): string {
  const body = matrix[route]?.body ?? '{}';
  return typeof body === 'string' ? body : body();
}

/** A reconciliation, or the one that is under way. @returns its id */
async function aRun(): Promise<string> {
  const { body } = await harness.as('admin').post('admin/reconcile', '{}');
  return (body as { id: string }).id;
}

/** What could not be applied for one cause. @returns its id */
async function issue(): Promise<string> {
  const id = await deadLetter();
  await harness.store.db.updateTable('inbox').set({ cause: 'bug' }).where('id', '=', id).execute();
  return 'event.bug';
}

async function ask(route: string, path: string, who: Who): Promise<number> {
  const [method = ''] = route.split(' ');
  const over = new AbortController();
  const response = await fetch(path.startsWith('/') ? harness.origin + path : `${harness.url}/${path}`, {
    method,
    signal: over.signal,
    headers: { connection: 'close', 'content-type': 'application/json', ...credentials[who]() },
    ...(method === 'POST' && { body: bodyOf(route) }),
  });
  // The live stream would go on; its status is all that is asked for.
  over.abort();
  return response.status;
}

/** What the app answers to, whatever it was put together from. */
function routes(): string[] {
  const app = createApp({
    unknownCallers: { burst: 1, perSecond: 1 },
    clientAddressHeader: null,
    liveStreamsAtMost: 1,
    callerRequestsPerMinute: 600,
    taskInvoicesAtMost: 2_000,
    tenants: new Map(),
    log: { info() {}, warn() {}, error() {} },
    stopping: AbortSignal.abort(),
    notReady: async () => null,
    metrics: async () => ({ body: '', contentType: 'text/plain' }),
    setup: async () => ({ at: '', checks: [], faults: [] }),
  });
  const endpoints = app.routes.filter(({ method }) => method !== 'ALL');
  return [...new Set(endpoints.map(({ method, path }) => `${method} ${path.replace(`${mount}/`, '')}`))];
}

test('every route has its row in the matrix', () => {
  expect(Object.keys(matrix).sort()).toEqual(routes().sort());
});

describe.each(Object.entries(matrix))('%s', (route, { answers, path }) => {
  test.each(Object.entries(answers) as [Who, number][])('%s: %i', async (who, status) => {
    expect(await ask(route, await path(), who)).toBe(status);
  });
});

describe('who may not, changes nothing', () => {
  const refused = (answers: Answers) =>
    (Object.entries(answers) as [Who, number][]).flatMap(([who, status]) => (status >= 400 ? [who] : []));

  test('in Billecta', async () => {
    const before = harness.billecta.calls.length;
    const notForReaders = Object.entries(matrix).filter(([, { answers }]) => answers['a reader'] === 403);
    expect(notForReaders).not.toEqual([]);
    for (const [route, { answers, path }] of notForReaders)
      for (const who of refused(answers)) await ask(route, await path(), who);
    const sent = harness.billecta.calls.slice(before).filter(({ method }) => method !== 'GET');
    expect(sent).toEqual([]);
  });

  test('in the inbox', async () => {
    const id = await deadLetter();
    for (const what of ['retry', 'dismiss'])
      for (const who of refused(administrators))
        await ask('POST admin/events/:id/retry', `admin/events/${id}/${what}`, who);
    for (const who of refused(administrators))
      await ask('POST admin/events/retry', 'admin/events/retry', who);
    expect((await stored(harness, id)).state).toBe('dead');
  });

  test('of what is reconciled', async () => {
    const runs = async () =>
      ((await harness.as('admin').get('admin/reconciliations')).body as Reconciliations).runs;
    const started = async () => (await runs()).map(({ id }) => id);
    await eventually(async () => expect((await runs()).map(({ state }) => state)).not.toContain('running'));
    const before = await started();
    for (const who of refused(administrators)) await ask('POST admin/reconcile', 'admin/reconcile', who);
    expect(await started()).toEqual(before);
  });

  test('of whether events are applied', async () => {
    for (const who of refused(administrators)) await ask('POST admin/pause', 'admin/pause', who);
    const { actionPublicId } = harness.addInvoice();
    const id = await deliver(harness, 'InvoiceActionStateChanged', harness.billecta.invoice(actionPublicId));
    await eventually(async () => expect((await stored(harness, id)).state).toBe('applied'));
  });
});
