import type { CommandInput, CommandName, DisputeInput, PauseInput } from '../../bff/contract/command.ts';
import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../bff/contract/invoice-status.ts';
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
  /** Where the server-sent events about these invoices are. */
  liveUrl(limeIds: readonly number[]): string;
}

export function bffClient(applicationName: string): BffClient {
  const base = `/${encodeURIComponent(applicationName)}/limepkg-billecta-integration`;
  return {
    status: (limeId) => request('GET', `${base}/invoices/${limeId}`),
    statuses: (limeIds) => request('GET', `${base}/invoices?ids=${limeIds.join(',')}`),
    timeline: (limeId, before) => request('GET', `${base}/invoices/${limeId}/timeline?${pageAfter(before)}`),
    run: (name, limeId, input) => request('POST', `${base}/invoices/${limeId}/${name}`, input),
    liveUrl: (limeIds) => `${base}/live?ids=${limeIds.join(',')}`,
  };
}

/** As much as fits on a screen. */
const pageSize = 10;

function pageAfter(before: string | undefined): URLSearchParams {
  return new URLSearchParams({ limit: String(pageSize), ...(before ? { before } : {}) });
}
