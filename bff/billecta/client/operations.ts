import { z } from 'zod';
import { type Command, commands } from '../../domain/command.ts';

const Method = z.enum(['GET', 'PUT', 'POST', 'DELETE']);

/**
 * The form of a call to Billecta's API. `{id}` in path and body is replaced by the id of its object; `{comment}` and
 * `{target}` in the body of a comment by its text, and by `Private` or `ToDebtor`.
 */
export interface Operation {
  /** The call's purpose, for messages. */
  does: 'read' | 'authenticate' | Command | 'comment';
  /** The kind of object that its `{id}` names. */
  about: 'invoice' | 'debtor' | 'creditor' | 'user';
  method: z.infer<typeof Method>;
  path: string;
  /** The body as it is sent, null for none. */
  body: string | null;
  /** `to-confirm`: inferred, see docs/open-questions.md. */
  certainty: 'verified' | 'to-confirm';
}

/** Every call to Billecta (docs/facts/billecta.md 2 and 4). The one place to change, or `BILLECTA_OPERATIONS`. */
export const defaultOperations = {
  readInvoice: known({ does: 'read', about: 'invoice', method: 'GET', path: '/v1/invoice/action/{id}' }),
  readDebtor: known({ does: 'read', about: 'debtor', method: 'GET', path: '/v1/debtors/debtor/{id}' }),
  openInvoices: known({ does: 'read', about: 'creditor', method: 'GET', path: '/v1/invoice/open/{id}' }),
  closedInvoices: known({ does: 'read', about: 'creditor', method: 'GET', path: '/v1/invoice/closed/{id}' }),
  readCreditors: known({ does: 'read', about: 'user', method: 'GET', path: '/v1/creditors/creditors' }),
  authenticate: known({
    does: 'authenticate',
    about: 'user',
    method: 'POST',
    path: '/v1/authentication/apiauthenticate',
  }),
  dispute: inferred({ does: 'dispute', about: 'invoice', method: 'PUT', path: '/v1/invoice/dispute/{id}' }),
  'cancel-dispute': inferred({
    does: 'cancel-dispute',
    about: 'invoice',
    method: 'DELETE',
    path: '/v1/invoice/dispute/{id}',
  }),
  pause: inferred({ does: 'pause', about: 'invoice', method: 'PUT', path: '/v1/invoice/pause/{id}' }),
  resume: inferred({ does: 'resume', about: 'invoice', method: 'PUT', path: '/v1/invoice/resume/{id}' }),
  comment: {
    ...inferred({ does: 'comment', about: 'invoice', method: 'POST', path: '/v1/invoice/comment' }),
    body: '{"ActionPublicId":"{id}","Comment":"{comment}","Attachment":null,"Target":"{target}"}',
  },
} as const satisfies Record<Command, Operation> & Record<string, Operation>;

type OperationName = keyof typeof defaultOperations;
export type Operations = Readonly<Record<OperationName, Operation>>;

const Path = z.string().regex(/^\/[^\s?#]*$/, 'must be a path such as /v1/invoice/dispute/{id}');

const Override = z.strictObject({
  method: Method.optional(),
  path: Path.optional(),
  body: z.union([z.null(), z.record(z.string(), z.unknown())]).optional(),
});

const Overrides = z.partialRecord(
  z.enum(Object.keys(defaultOperations) as [OperationName, ...OperationName[]]),
  Override,
);

/**
 * The table, corrected by what a customer's test environment has shown: for example
 * `{"cancel-dispute":{"method":"PUT","path":"/v1/invoice/canceldispute/{id}","body":{"ActionPublicId":"{id}"}}}`.
 *
 * @throws ZodError or SyntaxError when the text is not that, or two commands would be the same call
 */
export function readOperations(text: string): Operations {
  const overrides = Overrides.parse(JSON.parse(text));
  const entries = Object.entries(defaultOperations).map(([name, operation]) => {
    const { method, path, body } = overrides[name as OperationName] ?? {};
    if (path !== undefined && operation.path.includes('{id}') && !path.includes('{id}'))
      throw new SyntaxError(`The path of ${name} has no {id}`);
    if (name === 'comment' && body !== undefined) requirePlaces(body);
    return [
      name,
      {
        ...operation,
        ...(method && { method }),
        ...(path && { path }),
        ...(body !== undefined && { body: body && JSON.stringify(body) }),
      },
    ];
  });
  const operations = Object.fromEntries(entries) as Operations;
  requireDifferent(operations);
  return operations;
}

/** A pause that is sent as a resume would start collection. */
function requireDifferent(operations: Operations): void {
  const seen = new Map<string, Command>();
  for (const name of commands) {
    const { method, path, body } = operations[name];
    const call = `${method} ${path.toLowerCase()} ${body}`;
    const other = seen.get(call);
    if (other) throw new SyntaxError(`${other} and ${name} are the same call`);
    seen.set(call, name);
  }
}

/** Each comment has its own reader: a body with a fixed target would let the debtor read them all. */
function requirePlaces(body: Record<string, unknown> | null): void {
  const places = Object.values(body ?? {});
  for (const place of ['{id}', '{comment}', '{target}'])
    if (!places.includes(place)) throw new SyntaxError(`The body of comment has no property "${place}"`);
}

function known(operation: Omit<Operation, 'certainty' | 'body'>): Operation {
  return { ...operation, body: null, certainty: 'verified' };
}

function inferred(operation: Omit<Operation, 'certainty' | 'body'>): Operation {
  return { ...operation, body: null, certainty: 'to-confirm' };
}
