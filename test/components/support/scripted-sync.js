/**
 * A test says what a path of the sync panel answers from now on: `path`, `body`, and if it matters `method`, `status`
 * and which `page` of a list it is (`after` or `before` in the query).
 */
export function saySync(application, { method = 'GET', path, page = '', status = 200, body }) {
  application.sync.set(`${method} ${path} ${page}`, { status, body });
}

/** What holds unless a test says otherwise: events are applied, and invoices are called so. */
const unsaid = {
  'GET processing ': { status: 200, body: { paused: null } },
  'GET names ': { status: 200, body: { invoiceLimetype: 'invoice' } },
};

/** As it was said; otherwise 404 to what is read, and 204 to what is done. */
export function answerSync(application, path, context) {
  const { after, before } = context.query;
  const asked = `${context.method} ${path} ${after ?? before ?? ''}`;
  const said = application.sync.get(asked) ?? unsaid[asked];
  context.status = said?.status ?? (context.method === 'POST' ? 204 : 404);
  if (!said) return;
  context.type = said.status < 400 ? 'application/json' : 'application/problem+json';
  context.body = said.body;
}

export const isSync = (path) => path.startsWith('admin/') || path === 'processing' || path === 'names';
