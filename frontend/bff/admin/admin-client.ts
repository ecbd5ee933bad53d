import type { Checks } from '../../../bff/contract/admin/checks.ts';
import type { CommandPage } from '../../../bff/contract/admin/commands.ts';
import type {
  EventCount,
  EventDetail,
  EventFilter,
  EventPage,
  RetryAnswer,
} from '../../../bff/contract/admin/events.ts';
import type { Issues, RetryIssueAnswer } from '../../../bff/contract/admin/issues.ts';
import type { ProcessingState } from '../../../bff/contract/admin/processing.ts';
import type {
  ReconcileAnswer,
  ReconciliationDetail,
  Reconciliations,
} from '../../../bff/contract/admin/reconciliation.ts';
import type { RejectedPage } from '../../../bff/contract/admin/rejected.ts';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { request } from '../request.ts';

/** What narrows a list, as the BFF's query has it; what is empty does not matter. */
export type Question = Readonly<Record<string, string | null | undefined>>;

/** What administrators ask of the BFF. Every call may throw a `BffError`. */
export interface AdminClient {
  status(): Promise<AdminStatus>;
  checks(): Promise<Checks>;
  issues(dismissed: boolean): Promise<Issues>;
  markIssue(id: string, mark: 'acknowledge' | 'dismiss'): Promise<void>;
  retryIssue(id: string, dryRun: boolean): Promise<RetryIssueAnswer>;
  events(question: Question): Promise<EventPage>;
  event(id: string): Promise<EventDetail>;
  countEvents(filter: EventFilter): Promise<EventCount>;
  retryEvents(filter: EventFilter, dryRun: boolean): Promise<RetryAnswer>;
  retryEvent(id: number, dryRun: boolean): Promise<RetryAnswer>;
  dismissEvent(id: number): Promise<void>;
  rejected(question: Question): Promise<RejectedPage>;
  commands(question: Question): Promise<CommandPage>;
  /** Where the same commands are, for a spreadsheet. */
  commandsCsvUrl(question: Question): string;
  /** Where the invoices are that Lime does not have, for a spreadsheet. */
  missingCsvUrl: string;
  reconciliations(question: Question): Promise<Reconciliations>;
  reconciliation(id: string, question: Question): Promise<ReconciliationDetail>;
  /** @param creditorPublicId - null for all */
  reconcile(creditorPublicId: string | null): Promise<ReconcileAnswer>;
  pause(why: string): Promise<ProcessingState>;
  resume(): Promise<ProcessingState>;
}

export function adminClient(applicationName: string): AdminClient {
  const base = `/${encodeURIComponent(applicationName)}/limepkg-billecta-integration/admin`;
  const get = <T>(path: string, question: Question = {}) =>
    request<T>('GET', `${base}/${path}${queryOf(question)}`);
  const post = <T>(path: string, body: object = {}) => request<T>('POST', `${base}/${path}`, body);
  const issue = (id: string) => `issues/${encodeURIComponent(id)}`;
  return {
    status: () => get('status'),
    checks: () => get('checks'),
    issues: (dismissed) => get('issues', { dismissed: String(dismissed) }),
    markIssue: (id, mark) => post(`${issue(id)}/${mark}`),
    retryIssue: (id, dryRun) => post(`${issue(id)}/retry`, { dryRun }),
    events: (question) => get('events', question),
    event: (id) => get(`events/${encodeURIComponent(id)}`),
    countEvents: (filter) => post('events/count', filter),
    retryEvents: (filter, dryRun) => post('events/retry', { filter, dryRun }),
    retryEvent: (id, dryRun) => post(`events/${id}/retry`, { dryRun }),
    dismissEvent: (id) => post(`events/${id}/dismiss`),
    rejected: (question) => get('rejected', question),
    commands: (question) => get('commands', question),
    commandsCsvUrl: (question) => `${base}/commands.csv${queryOf(question)}`,
    missingCsvUrl: `${base}/missing.csv`,
    reconciliations: (question) => get('reconciliations', question),
    reconciliation: (id, question) => get(`reconciliations/${encodeURIComponent(id)}`, question),
    reconcile: (creditorPublicId) => post('reconcile', creditorPublicId === null ? {} : { creditorPublicId }),
    pause: (why) => post('pause', { why }),
    resume: () => post('resume'),
  };
}

function queryOf(question: Question): string {
  const given = Object.entries(question).filter((each): each is [string, string] => Boolean(each[1]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
