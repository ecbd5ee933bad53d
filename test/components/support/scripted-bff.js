import { PassThrough } from 'node:stream';
import { answerSync, isSync, saySync } from './scripted-sync.js';
import { answerTasks, tellTask } from './scripted-tasks.js';

const mount = /^\/([^/]+)\/limepkg-billecta-integration\/(.*)$/;
const control = /^\/scripted-bff\/([^/]+)\/(\w+)$/;

/**
 * A BFF that answers as a test tells it to, over real HTTP. Each test has a Lime application of its own, so that
 * test files running at the same time do not see each other.
 *
 * Tests speak to it below `/scripted-bff/{application}/`: `statuses` (what it holds), `timeline`, `count` and `task`,
 * `sync` (what the panel's paths answer), `answers` (what to answer instead, once), `push` (a status to the open
 * streams), `written` (there too), `release` (held answers), `log` (what it was asked).
 */
export function scriptedBff() {
  const applications = new Map();
  const applicationOf = (name) => {
    if (!applications.has(name)) applications.set(name, newApplication());
    return applications.get(name);
  };
  return async (context, next) => {
    const [, controlled, action] = control.exec(context.path) ?? [];
    if (controlled) return steer(applicationOf(controlled), action, context);
    const [, name, path] = mount.exec(context.path) ?? [];
    if (!name) return next();
    return answer(applicationOf(decodeURIComponent(name)), path, context);
  };
}

function newApplication() {
  return {
    statuses: new Map(),
    timelines: new Map(),
    answers: [],
    requests: [],
    streams: new Set(),
    held: [],
    tasks: new Map(),
    count: undefined,
    sync: new Map(),
  };
}

async function steer(application, action, context) {
  const body = context.method === 'POST' ? await readJson(context) : undefined;
  switch (action) {
    case 'statuses':
      for (const status of body) application.statuses.set(status.limeId, status);
      break;
    case 'timeline':
      application.timelines.set(body.limeId, body.entries);
      break;
    case 'count':
      application.count = body;
      break;
    case 'task':
      application.tasks.set(body.id, body);
      for (const stream of application.streams) tellTask(stream, body);
      break;
    case 'sync':
      saySync(application, body);
      break;
    case 'answers':
      application.answers.push(body);
      break;
    case 'push':
      application.statuses.set(body.limeId, body);
      for (const stream of application.streams) tell(stream, body);
      break;
    case 'written':
      for (const stream of application.streams) tell(stream, body, 'written');
      break;
    case 'beat':
      for (const stream of application.streams) stream.write('event: beat\ndata: {}\n\n');
      break;
    case 'breakStreams':
      for (const stream of application.streams) stream.end();
      break;
    case 'release':
      for (const release of application.held.splice(0)) release();
      break;
  }
  context.body = { requests: application.requests, streams: application.streams.size };
}

async function answer(application, path, context) {
  const body = context.method === 'POST' ? await readJson(context) : undefined;
  const request = {
    method: context.method,
    path,
    query: context.querystring,
    body,
    headers: context.headers,
  };
  application.requests.push(request);
  const at = application.answers.findIndex((each) => each.method === context.method && each.path === path);
  const scripted = application.answers[at];
  if (scripted && !scripted.abort) application.answers.splice(at, 1);
  if (scripted?.hold) await new Promise((resolve) => application.held.push(resolve));
  if (scripted?.abort) {
    context.respond = false;
    return context.req.socket.destroy();
  }
  if (scripted?.status) {
    context.status = scripted.status;
    context.type = scripted.type ?? 'application/problem+json';
    context.body = scripted.body;
    return;
  }
  if (path === 'live') return stream(application, context);
  if (isSync(path)) return answerSync(application, path, context);
  if (path.startsWith('tasks')) return answerTasks(application, path, context);
  context.seen = body;
  if (path === 'invoices') context.body = idsOf(context).flatMap((id) => application.statuses.get(id) ?? []);
  else await oneInvoice(application, path, context);
}

async function oneInvoice(application, path, context) {
  const [, id, command] = /^invoices\/(\d+)(?:\/([a-z-]+))?$/.exec(path) ?? [];
  const status = application.statuses.get(Number(id));
  if (!status) context.status = 404;
  else if (command === 'timeline') context.body = timeline(application.timelines.get(Number(id)), context);
  else if (command === 'seen') context.body = seen(application, status, context.seen);
  else context.body = command ? after(application, status, command) : status;
}

/** As the BFF does it, except that `next` is the place of the next entry. */
function timeline(entries = [], { query }) {
  const start = Number(query.before ?? 0);
  const end = start + Number(query.limit);
  return {
    entries: entries.slice(start, end),
    next: end < entries.length ? String(end) : null,
    billecta: true,
  };
}

/** The status without what is said to have been seen, if that is what it tells. */
function seen(application, status, { comment, delivery }) {
  const unread = {
    comment: status.unread.comment?.id === comment ? null : status.unread.comment,
    delivery: status.unread.delivery?.at === delivery ? null : status.unread.delivery,
  };
  application.statuses.set(status.limeId, { ...status, unread });
  return application.statuses.get(status.limeId);
}

const opposite = { dispute: 'cancel-dispute', 'cancel-dispute': 'dispute', pause: 'resume', resume: 'pause' };

function after(application, status, command) {
  const asOf = new Date().toISOString();
  const changes = {
    dispute: { disputed: { since: asOf } },
    'cancel-dispute': { disputed: null },
    pause: { paused: { since: asOf } },
    resume: { paused: null },
  };
  const allowed = {
    ...status.allowed,
    [command]: { ok: false, reason: 'not-paused' },
    [opposite[command]]: { ok: true },
  };
  const changed = { ...status, ...changes[command], allowed, asOf, source: 'command' };
  application.statuses.set(status.limeId, changed);
  return {
    ...changed,
    command: {
      id: 'c1',
      name: command,
      state: 'confirmed',
      changed: true,
      endChanged: false,
      commentSent: null,
      lifted: null,
    },
  };
}

function stream(application, context) {
  const events = new PassThrough();
  events.ids = new Set(idsOf(context));
  context.type = 'text/event-stream';
  context.set('cache-control', 'no-store');
  context.body = events;
  events.write('retry: 50\n\n');
  application.streams.add(events);
  context.req.on('close', () => application.streams.delete(events));
  for (const id of events.ids) {
    const status = application.statuses.get(id);
    if (status) tell(events, status);
  }
}

function tell(events, data, event = 'invoice') {
  if (events.ids.has(data.limeId)) events.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function idsOf(context) {
  return String(context.query.ids ?? '')
    .split(',')
    .map(Number);
}

async function readJson(context) {
  let text = '';
  for await (const chunk of context.req) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}
