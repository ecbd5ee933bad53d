import { type Kysely, type Selectable, sql } from 'kysely';
import type { CommandRecord } from '../../services/ports/store/command-store.ts';
import type { InvoiceState, InvoiceStates } from '../../services/ports/store/invoice-states.ts';
import type { InvoiceStore } from '../../services/ports/store/invoice-store.ts';
import type { ResumePlan } from '../../services/ports/store/resume-plans.ts';
import { newestFirst, openStates, toRecord as toCommand } from '../commands/commands.ts';
import { toPlan } from '../commands/resume-plans.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { toRecord } from './invoices/to-record.ts';

/** Everything about invoices with one statement, since it is asked for with every command and every badge. */
export function invoiceStates(
  db: Kysely<Schema>,
  invoices: InvoiceStore,
  dialect: StoreDialect,
): InvoiceStates {
  const findMany = async (database: string, actionPublicIds: readonly string[]): Promise<InvoiceState[]> => {
    if (actionPublicIds.length === 0) return [];
    const { rows } = await sql<Row>`
      select invoice.*, ${columns}
      from invoice
      left join command on command.lime_database = invoice.lime_database
        and command.action_public_id = invoice.action_public_id
        and command.state in (${states})
      left join resume_plan on resume_plan.lime_database = invoice.lime_database
        and resume_plan.action_public_id = invoice.action_public_id
      where invoice.lime_database = ${database}
        and invoice.action_public_id ${sql.raw(dialect.among)} ${dialect.list(actionPublicIds)}
    `.execute(db);
    return toInvoiceStates(rows);
  };

  return {
    findMany: findMany,
    async lockOrCreate(database, actionPublicId) {
      // Rows joined to a locked row that had to be waited for may be older than that row.
      if (!dialect.locksWholeDatabase) await invoices.lockOrCreate(database, [actionPublicId]);
      const [known] = await findMany(database, [actionPublicId]);
      if (known) return known;
      await invoices.lockOrCreate(database, [actionPublicId]);
      const [made] = await findMany(database, [actionPublicId]);
      if (!made) throw new Error(`The invoice ${actionPublicId} was not made`);
      return made;
    },
  };
}

type Command = Selectable<Schema['command']>;
type Plan = Selectable<Schema['resume_plan']>;

/** An invoice, with the columns of an open command and of its plan; null where there is none. */
type Row = Selectable<Schema['invoice']> & {
  [Name in keyof Command as `command_${Name}`]: Command[Name] | null;
} & { [Name in keyof Plan as `resume_plan_${Name}`]: Plan[Name] | null };

const commandColumns: ReadonlyArray<keyof Command> = [
  'id',
  'lime_id',
  'action_public_id',
  'command',
  'requested_by',
  'origin',
  'until',
  'reason',
  'comment',
  'comment_sent',
  'state',
  'requested_at',
  'finished_at',
  'outcome',
];

const planColumns: ReadonlyArray<keyof Plan> = [
  'action_public_id',
  'lime_id',
  'command_id',
  'until',
  'state',
  'next_attempt_at',
  'attempts',
  'ended_at',
  'why',
];

const named = (table: string, names: readonly string[]) =>
  names.map((name) => `${table}.${name} as ${table}_${name}`);

const columns = sql.raw(
  [...named('command', commandColumns), ...named('resume_plan', planColumns)].join(', '),
);

const states = sql.raw(openStates.map((state) => `'${state}'`).join(', '));

/** The columns of one table in a row that has those of several. */
const part = <T>(row: Row, table: string, names: ReadonlyArray<keyof T & string>): T =>
  Object.fromEntries(
    names.map((name) => [name, (row as unknown as Record<string, unknown>)[`${table}_${name}`]]),
  ) as T;

/** An invoice comes once for each of its open commands. */
function toInvoiceStates(rows: readonly Row[]): InvoiceState[] {
  const found = new Map<string, InvoiceState & { open: CommandRecord[] }>();
  for (const row of rows) {
    const invoiceState = found.get(row.action_public_id) ?? {
      record: toRecord(row),
      open: [],
      plan: planOf(row),
    };
    found.set(row.action_public_id, invoiceState);
    if (row.command_id !== null) invoiceState.open.push(toCommand(part(row, 'command', commandColumns)));
  }
  for (const { open } of found.values()) open.sort(newestFirst);
  return [...found.values()];
}

const planOf = (row: Row): ResumePlan | undefined =>
  row.resume_plan_command_id === null ? undefined : toPlan(part(row, 'resume_plan', planColumns));
