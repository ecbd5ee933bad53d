import type { RejectedRequest } from '../../../bff/contract/admin/rejected.ts';

/** Requests that are alike: rejected for the same reason, from the same sender, in the same minute. */
export interface RejectedGroup {
  /** The newest of them. */
  newest: RejectedRequest;
  count: number;
}

/** Groups requests that follow each other; `requests` are the newest first. */
export function rejectedGroups(requests: readonly RejectedRequest[]): RejectedGroup[] {
  const groups: RejectedGroup[] = [];
  for (const request of requests) {
    const last = groups.at(-1);
    if (last && keyOf(last.newest) === keyOf(request)) last.count += 1;
    else groups.push({ newest: request, count: 1 });
  }
  return groups;
}

const minute = 'YYYY-MM-DDTHH:MM'.length;

const keyOf = ({ at, reason, headers }: RejectedRequest): string =>
  [at.slice(0, minute), reason, headers['x-forwarded-for'], headers['user-agent']].join('\n');
