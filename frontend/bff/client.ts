import type { CommandInput, CommandName, DisputeInput, PauseInput } from '../../bff/contract/command.ts';
import type {
  InvoiceStatus,
  InvoiceStatusAfterCommand,
  SeenInput,
} from '../../bff/contract/invoice-status.ts';
import type { Timeline } from '../../bff/contract/timeline.ts';
import { request } from './request.ts';

export type InputOf<N extends CommandName> = N extends 'dispute'
  ? DisputeInput
  : N extends 'pause'
    ? PauseInput
    : CommandInput;

/** The BFF's invoice endpoints of one Lime application. Every call may throw a `BffError`. */
export interface BffClient {
  status(limeId: number): Promise<InvoiceStatus>;
  /** At most 200 ids in one call. */
  statuses(limeIds: readonly number[]): Promise<InvoiceStatus[]>;
  /** What has happened, newest first, a page at a time; `before` is `next` of the page before. */
  timeline(limeId: number, before?: string): Promise<Timeline>;
  run<N extends CommandName>(name: N, limeId: number, input: InputOf<N>): Promise<InvoiceStatusAfterCommand>;
  /** Marks it as read for all users; answers with the status without it. */
  seen(limeId: number, input: SeenInput): Promise<InvoiceStatus>;
  /** Where the server-sent events about these invoices are. */
  liveUrl(limeIds: readonly number[]): string;
}

/** @param limetype - of the records that are asked about; the BFF refuses those that are no invoices */
export function bffClient(applicationName: string, limetype: string): BffClient {
  const base = `/${encodeURIComponent(applicationName)}/limepkg-billecta-integration`;
  const query = (more: Record<string, string> = {}) => new URLSearchParams({ limetype, ...more });
  const ids = (limeIds: readonly number[]) => `ids=${limeIds.join(',')}&${query()}`;
  return {
    status: (limeId) => request('GET', `${base}/invoices/${limeId}?${query()}`),
    statuses: (limeIds) => request('GET', `${base}/invoices?${ids(limeIds)}`),
    timeline: (limeId, before) =>
      request('GET', `${base}/invoices/${limeId}/timeline?${query(pageAfter(before))}`),
    run: (name, limeId, input) => request('POST', `${base}/invoices/${limeId}/${name}?${query()}`, input),
    seen: (limeId, input) => request('POST', `${base}/invoices/${limeId}/seen?${query()}`, input),
    liveUrl: (limeIds) => `${base}/live?${ids(limeIds)}`,
  };
}

/** As much as fits on a screen. */
const pageSize = 10;

function pageAfter(before: string | undefined): Record<string, string> {
  return { limit: String(pageSize), ...(before ? { before } : {}) };
}
