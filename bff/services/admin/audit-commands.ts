import type { AuditedCommand, CommandPage } from '../../contract/admin/commands.ts';
import { csvLines, csvMark } from '../../domain/text/csv.ts';
import type { AuditedStep, CommandFilter } from '../ports/store/admin/command-audit.ts';
import type { CommandRecord } from '../ports/store/command-store.ts';
import type { CallerContext } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { pageOf } from '../shared/page-of.ts';
import { mentions } from './events/present-event.ts';

/** Commands read from the store at a time. */
const csvPage = 500;

/** The filter; `invoice` is a Lime id or an invoice number. */
export type CommandQuery = Omit<CommandFilter, 'actionPublicIds'> & { invoice?: string | undefined };

/** A page of the audit trail, newest first. */
export async function listCommands(
  context: CallerContext,
  asked: CommandQuery,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<CommandPage> {
  const records = await find(context, asked, readPlace(after), limit + 1);
  const { page, next } = pageOf(records, limit, (last) => `${last.requestedAt}~${last.id}`);
  return { commands: await present(context, page), next };
}

/** The same as a file, all of it, piece by piece. */
export async function* commandsCsv(context: CallerContext, asked: CommandQuery): AsyncGenerator<string> {
  const head = [
    'requested at',
    'command',
    'invoice number',
    'Lime id',
    'Billecta id',
    'by',
    'origin',
    'reason',
    'comment',
    'until',
    'state',
    'finished at',
    'outcome',
    'trail',
  ];
  let begin = csvMark + csvLines([head]);
  for (let after: Place | null = null; ; ) {
    const records = await find(context, asked, after, csvPage);
    yield begin + csvLines((await present(context, records)).map(toRow));
    begin = '';
    after = records.at(-1) ?? null;
    if (!after || records.length < csvPage) return;
  }
}

/** Where a page ends. */
type Place = Pick<CommandRecord, 'requestedAt' | 'id'>;

async function find(
  { store, database }: CallerContext,
  { invoice, ...question }: CommandQuery,
  after: Place | null,
  limit: number,
): Promise<CommandRecord[]> {
  if (invoice === undefined) return store.admin.commands.find(database, question, { after, limit });
  const named = await store.admin.objects.named(database, invoice);
  const actionPublicIds = named.map(({ actionPublicId }) => actionPublicId);
  if (actionPublicIds.length === 0) return [];
  return store.admin.commands.find(database, { ...question, actionPublicIds }, { after, limit });
}

async function present(context: CallerContext, records: readonly CommandRecord[]): Promise<AuditedCommand[]> {
  const [known, steps] = await Promise.all([
    mentions(
      context,
      records.map(({ actionPublicId }) => actionPublicId),
    ),
    context.store.admin.commands.trail(
      context.database,
      records.map(({ id }) => id),
    ),
  ]);
  const trails = new Map<string, AuditedStep[]>();
  for (const step of steps) trails.set(step.commandId, [...(trails.get(step.commandId) ?? []), step]);
  return records.map(({ limeId, actionPublicId, requestedBy, ...record }) => ({
    ...record,
    by: requestedBy,
    invoice: {
      actionPublicId,
      limeId,
      invoiceNumber: known.get(actionPublicId)?.invoiceNumber ?? null,
    },
    trail: [requested(record), ...(trails.get(record.id) ?? []).map(toStep)],
  }));
}

const requested = ({ requestedAt: at }: Pick<CommandRecord, 'requestedAt'>) =>
  ({ at, state: 'requested', outcome: null }) as const;

const toStep = ({ at, state, outcome }: AuditedStep) => ({ at, state, outcome });

const toRow = (command: AuditedCommand) => [
  command.requestedAt,
  command.command,
  command.invoice.invoiceNumber,
  command.invoice.limeId,
  command.invoice.actionPublicId,
  command.by,
  command.origin,
  command.reason,
  command.comment,
  command.until,
  command.state,
  command.finishedAt,
  command.outcome,
  command.trail.map(({ at, state }) => `${state} ${at}`).join(', '),
];

function readPlace(after: string | undefined): Place | null {
  if (after === undefined) return null;
  const [requestedAt, id] = after.split('~');
  if (!requestedAt || !id) throw new Fault('invalid-request', '`after` is not what a page gave as `next`.');
  return { requestedAt, id };
}
