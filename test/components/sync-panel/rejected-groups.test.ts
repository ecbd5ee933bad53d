import { expect } from 'chai';
import type { RejectedRequest } from '../../../bff/contract/admin/rejected.ts';
import { rejectedGroups } from '../../../frontend/sync-panel/text/rejected-groups.ts';

describe('rejected requests', () => {
  const request = (id: number, at: string, changes: Partial<RejectedRequest> = {}): RejectedRequest =>
    ({
      id,
      at,
      reason: 'unauthenticated',
      headers: { 'user-agent': 'Billecta' },
      body: '',
      ...changes,
    }) as RejectedRequest;

  it('that are alike in reason, sender and minute are one line, with how many they are', () => {
    const groups = rejectedGroups([
      request(6, '2026-11-27T10:01:05.000Z'),
      request(5, '2026-11-27T10:00:50.000Z'),
      request(4, '2026-11-27T10:00:40.000Z'),
      request(3, '2026-11-27T10:00:30.000Z', { headers: { 'user-agent': 'scanner' } }),
      request(2, '2026-11-27T10:00:20.000Z', { reason: 'not-json' }),
    ]);
    expect(groups.map(({ newest, count }) => [newest.id, count])).to.deep.equal([
      [6, 1],
      [5, 2],
      [3, 1],
      [2, 1],
    ]);
  });
});
