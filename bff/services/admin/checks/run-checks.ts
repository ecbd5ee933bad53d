import type { Check, CheckState, Checks } from '../../../contract/admin/checks.ts';
import { CommandName } from '../../../contract/command.ts';
import type { ProblemCode } from '../../../contract/problem.ts';
import { type Context, instant } from '../../shared/context.ts';
import { Fault } from '../../shared/fault.ts';
import { mentions } from '../events/present-event.ts';
import { issueHeads } from '../issues/find-issues.ts';
import { listKeys } from '../list-rejected.ts';

type Confirmed = Extract<Check, { id: 'configuration' }>['confirmed'][number];

/** The result of a lookup, or the reason why it failed. */
type Looked<T> =
  | { found: T; problem: null; says: null }
  | { found: null; problem: ProblemCode; says: string };

/** Checks whether everything is set up as it must be; asks Billecta and Lime now. */
export async function runChecks(context: Context): Promise<Checks> {
  const { setup, billectaLists, limeSetup, store, database } = context;
  const signal = context.deadline();
  const [creditors, rights, proof, names, mapping, keys, issues, seen, last, confirmed] = await Promise.all([
    look(() => billectaLists.creditors('user', signal)),
    look(() => limeSetup.rights(signal)),
    look(() => limeSetup.updateProof(signal)),
    look(() => limeSetup.names(signal)),
    look(() => limeSetup.mapping(signal)),
    listKeys(context),
    issueHeads(context),
    store.admin.tallies.seen(database),
    store.admin.events.creditors(database),
    confirmedOperations(context),
  ]);
  const counted = new Map(context.counter.tally().seen.map(({ event, at }) => [event, at]));
  const events = setup.events.map((event) => ({
    event,
    lastSeenAt: counted.get(event) ?? seen.get(event) ?? null,
  }));
  const unconfirmed = setup.unconfirmed.filter((name) => !confirmed.some(({ command }) => command === name));
  const wrongKeys = issues.find(({ id }) => id === 'request.unauthenticated')?.count ?? 0;
  const faults = mapping.found?.flatMap((kind) => kind.faults) ?? [];
  const checks: Check[] = [
    {
      id: 'configuration',
      state: unconfirmed.length > 0 ? 'warning' : 'ok',
      limeUrl: setup.limeUrl,
      billectaUrl: setup.billectaUrl,
      retentionDays: setup.retentionDays,
      unconfirmed,
      confirmed,
    },
    {
      id: 'billecta-credential',
      state: stateOf(creditors, 'ok'),
      problem: creditors.problem,
      says: creditors.says,
    },
    {
      id: 'billecta-creditors',
      state: stateOf(creditors, creditors.found?.length ? 'ok' : 'failed'),
      problem: creditors.problem,
      creditors: creditors.found ?? [],
    },
    { id: 'lime-key', state: stateOf(rights, 'ok'), problem: rights.problem, says: rights.says },
    {
      id: 'lime-rights',
      state: stateOf(rights, rightsState(rights.found ?? [])),
      problem: rights.problem,
      rights: rights.found ?? [],
    },
    {
      id: 'update-proof',
      state: stateOf(proof, proof.found?.inForce ? 'ok' : 'failed'),
      problem: proof.problem,
      proofs: [...(proof.found?.proofs ?? [])],
      inForce: proof.found?.inForce ?? null,
    },
    {
      id: 'lime-names',
      state: stateOf(names, names.found?.length ? 'failed' : 'ok'),
      problem: names.problem,
      faults: names.found ?? [],
    },
    {
      id: 'field-mapping',
      state: stateOf(mapping, faults.length > 0 ? 'warning' : 'ok'),
      problem: mapping.problem,
      kinds: (mapping.found ?? []).map((kind) => ({ ...kind, faults: [...kind.faults] })),
    },
    {
      id: 'webhook-address',
      state: wrongKeys > 0 ? 'failed' : keys.some(({ lastUsedAt }) => lastUsedAt !== null) ? 'ok' : 'warning',
      url: setup.webhooks.url,
      header: setup.webhooks.header,
      wrongKeys,
      keys,
      creditors: (creditors.found ?? []).map((creditor) => ({
        ...creditor,
        lastEventAt: last.get(creditor.creditorPublicId) ?? null,
      })),
    },
    {
      id: 'webhook-events',
      state: events.some(({ lastSeenAt }) => lastSeenAt !== null) ? 'ok' : 'failed',
      events,
    },
  ];
  return { at: instant(context), checks };
}

/** The operations that only experience can prove, and that a command has proved. */
async function confirmedOperations(context: Context): Promise<Confirmed[]> {
  const { setup, store, database } = context;
  const names = CommandName.options.filter((name) => setup.unconfirmed.includes(name));
  const found = await Promise.all(
    names.map((name) =>
      store.admin.commands.find(
        database,
        { commands: [name], states: ['confirmed'] },
        { after: null, limit: 1 },
      ),
    ),
  );
  const commands = found.flat();
  const invoices = await mentions(
    context,
    commands.map(({ actionPublicId }) => actionPublicId),
  );
  return commands.map(({ command, requestedAt, finishedAt, actionPublicId }) => ({
    command,
    at: finishedAt ?? requestedAt,
    invoiceNumber: invoices.get(actionPublicId)?.invoiceNumber ?? null,
  }));
}

async function look<T>(ask: () => Promise<T>): Promise<Looked<T>> {
  try {
    return { found: await ask(), problem: null, says: null };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { found: null, problem: error instanceof Fault ? error.code : 'internal', says };
  }
}

/** A refusal is a failure; silence is unknown. */
function stateOf<T>(looked: Looked<T>, otherwise: CheckState): CheckState {
  if (looked.problem === null) return otherwise;
  return /unreachable|timeout|rate-limited|failed/.test(looked.problem) ? 'unknown' : 'failed';
}

/** A right that Lime does not report is neither granted nor missing. */
function rightsState(rights: ReadonlyArray<{ granted: boolean | null }>): CheckState {
  if (rights.some(({ granted }) => granted === false)) return 'failed';
  return rights.some(({ granted }) => granted === null) ? 'unknown' : 'ok';
}
