import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import type { Timeline } from '../../../bff/contract/timeline.ts';
import type { Reply } from '../support/caller.ts';
import { eventually } from '../support/eventually.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

const unread = async (limeId: number) => (await harness.as('user').status(limeId)).body.unread;

const counted = async () =>
  ((await harness.as('admin').get('admin/status')) as Reply<AdminStatus>).body.unread;

const seen = (limeId: number, what: object, who: 'user' | 'reader' = 'user') =>
  harness.as(who).post(`invoices/${limeId}/seen`, JSON.stringify(what));

const nothing = { comment: null, delivery: null };

/** An invoice that the service has read, so that what comes now is news. */
async function known(): Promise<{ limeId: number; actionPublicId: string }> {
  const invoice = harness.addInvoice();
  await harness.as('user').status(invoice.limeId);
  return invoice;
}

describe('what the debtor wrote', () => {
  test('is told until somebody has looked, and counted', async () => {
    const { limeId, actionPublicId } = await known();
    expect(await unread(limeId)).toEqual(nothing);
    harness.billecta.comment(actionPublicId, 'debtor', 'Jag har redan betalat.');
    await eventually(async () =>
      expect(await unread(limeId)).toMatchObject({ comment: { text: 'Jag har redan betalat.' } }),
    );
    expect(await counted()).toEqual({ comments: 1, deliveries: 0 });

    const { comment } = await unread(limeId);
    const answer = await seen(limeId, { comment: comment?.id });
    expect(answer.body).toMatchObject({ limeId, unread: nothing });
    expect(await unread(limeId)).toEqual(nothing);
    expect(await counted()).toEqual({ comments: 0, deliveries: 0 });
  });

  test('is told again when it comes after what was looked at', async () => {
    const { limeId, actionPublicId } = await known();
    harness.billecta.comment(actionPublicId, 'debtor', 'Hej');
    await eventually(async () => expect((await unread(limeId)).comment).not.toBeNull());
    const first = (await unread(limeId)).comment;
    harness.billecta.comment(actionPublicId, 'debtor', 'Hallå?');
    await eventually(async () => expect((await unread(limeId)).comment?.text).toBe('Hallå?'));
    await seen(limeId, { comment: first?.id });
    expect((await unread(limeId)).comment?.text).toBe('Hallå?');
  });

  test('is found by a read as well, when its webhook never comes', async () => {
    const { limeId, actionPublicId } = await known();
    harness.billecta.fault({ kind: 'dropped' });
    harness.billecta.comment(actionPublicId, 'debtor', 'Fel belopp');
    await harness.as('user').get(`invoices/${limeId}/timeline`);
    expect((await unread(limeId)).comment?.text).toBe('Fel belopp');
  });

  test('is not announced when we wrote it ourselves', async () => {
    const { limeId, actionPublicId } = await known();
    harness.billecta.comment(actionPublicId, 'creditor', 'Vi har ringt.');
    await harness.billecta.idle();
    await eventually(async () => {
      const { body } = (await harness.as('user').get(`invoices/${limeId}/timeline`)) as Reply<Timeline>;
      expect(body.entries[0]).toMatchObject({ type: 'CommentedByCreditor', content: 'Vi har ringt.' });
    });
    expect(await unread(limeId)).toEqual(nothing);
  });

  test('stays unread for somebody who may not change the invoice, or not see it', async () => {
    const { limeId, actionPublicId } = await known();
    harness.billecta.comment(actionPublicId, 'debtor', 'Hej');
    await eventually(async () => expect((await unread(limeId)).comment).not.toBeNull());
    const { comment } = await unread(limeId);
    expect((await seen(limeId, { comment: comment?.id }, 'reader')).status).toBe(403);
    expect((await seen(limeId, { comment: 'x'.repeat(65) })).status).toBe(400);
    expect((await unread(limeId)).comment).not.toBeNull();
  });

  test('matters no more when the invoice is paid', async () => {
    const { limeId, actionPublicId } = await known();
    harness.billecta.comment(actionPublicId, 'debtor', 'Betalas i dag');
    await eventually(async () => expect((await unread(limeId)).comment).not.toBeNull());
    harness.billecta.registerPayment(actionPublicId);
    await eventually(async () => expect(await unread(limeId)).toEqual(nothing));
    expect(await counted()).toEqual({ comments: 0, deliveries: 0 });
  });
});

describe('a delivery that failed', () => {
  test('is told with its reason until somebody has looked or it has arrived, and is on the timeline', async () => {
    const { limeId, actionPublicId } = await known();
    harness.billecta.reportDelivery(actionPublicId, { delivered: false, reason: 'Adressen finns inte' });
    await eventually(async () =>
      expect(await unread(limeId)).toMatchObject({ delivery: { reason: 'Adressen finns inte' } }),
    );
    expect(await counted()).toEqual({ comments: 0, deliveries: 1 });
    const { body } = (await harness.as('user').get(`invoices/${limeId}/timeline`)) as Reply<Timeline>;
    expect(body.entries).toContainEqual(
      expect.objectContaining({ kind: 'notice', notice: 'undelivered', reason: 'Adressen finns inte' }),
    );
    const { delivery } = await unread(limeId);
    expect((await seen(limeId, { delivery: delivery?.at })).body).toMatchObject({ unread: nothing });
  });

  test('and the debtor’s words are marked apart', async () => {
    const { limeId, actionPublicId } = await known();
    harness.billecta.reportDelivery(actionPublicId, { delivered: false, reason: null });
    harness.billecta.comment(actionPublicId, 'debtor', 'Hej');
    await eventually(async () => {
      const { comment, delivery } = await unread(limeId);
      expect([comment?.text, delivery?.reason]).toEqual(['Hej', null]);
    });
    expect(await counted()).toEqual({ comments: 1, deliveries: 1 });
    const { comment } = await unread(limeId);
    await seen(limeId, { comment: comment?.id });
    expect(await unread(limeId)).toMatchObject({ comment: null, delivery: { reason: null } });
  });
});

describe('autogiro', () => {
  test('a withdrawal that failed is told with its reason, on the status and on the timeline', async () => {
    const { limeId, actionPublicId } = harness.addInvoice({ autogiro: true });
    await harness.as('user').status(limeId);
    harness.billecta.failAutogiro(actionPublicId, 'PaymentIsMissing');
    await eventually(async () =>
      expect((await harness.as('user').status(limeId)).body.autogiro).toMatchObject({
        state: 'failed',
        reason: 'PaymentIsMissing',
      }),
    );
    const { body } = (await harness.as('user').get(`invoices/${limeId}/timeline`)) as Reply<Timeline>;
    expect(body.entries).toContainEqual(
      expect.objectContaining({ notice: 'autogiro-failed', reason: 'PaymentIsMissing' }),
    );
  });

  test('an approval that failed is on the timeline of the debtor’s invoices', async () => {
    const { limeId, actionPublicId } = await known();
    harness.billecta.failAutogiroApproval(actionPublicId, 'WrongBankAccount');
    await eventually(async () => {
      const { body } = (await harness.as('user').get(`invoices/${limeId}/timeline`)) as Reply<Timeline>;
      expect(body.entries).toContainEqual(
        expect.objectContaining({ notice: 'approval-failed', reason: 'WrongBankAccount' }),
      );
    });
  });
});
