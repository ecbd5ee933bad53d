import type { AdminStatus } from '../../../contract/admin/status.ts';
import { type CallerContext, instant } from '../../shared/context.ts';
import { issueHeads } from '../issues/find-issues.ts';
import { lastSolved } from '../issues/note-solved.ts';
import { readCharts } from './charts.ts';
import { reconciliationTile } from './reconciliation-tile.ts';
import { tilesOf, verdictOf, weighs } from './verdict.ts';

/** The verdict on the service, and the data of its charts. */
export async function getAdminStatus(context: CallerContext): Promise<AdminStatus> {
  const { database, store, billecta, limeWriter } = context;
  const { admin } = store;
  const now = context.now();
  const [paused, newest, queue, writes, unread, issues, solved, charts, reconciliation] = await Promise.all([
    store.processing.paused(database),
    admin.events.newest(database),
    admin.events.queue(database),
    admin.objects.writes(database),
    admin.objects.unread(database),
    issueHeads(context),
    lastSolved(context),
    readCharts(admin, database, now, context.counter.tally()),
    reconciliationTile(context),
  ]);
  const facts = {
    now: now.getTime(),
    paused,
    eventsToday: charts.days.at(-1)?.received ?? 0,
    lastEventAt: newest?.receivedAt ?? null,
    queue,
    writes,
    issues,
    solved,
    available: { billecta: billecta.isAvailable(), lime: limeWriter.isAvailable() },
  };
  const open = issues.filter(weighs);
  const errors = open.filter(({ severity }) => severity === 'error').length;
  return {
    at: instant(context),
    verdict: verdictOf(facts),
    tiles: [...tilesOf(facts), reconciliation],
    paused,
    queue,
    issues: { errors, warnings: open.length - errors },
    unread,
    supported: [...context.setup.events],
    charts,
  };
}
