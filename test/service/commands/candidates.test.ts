import { expect, test } from 'vitest';
import { envelopeNames } from '../../simulators/billecta/webhooks/envelope.ts';
import { commandNames } from '../support/command-names.ts';
import { eventually } from '../support/eventually.ts';
import { type HarnessOptions, startHarness } from '../support/start.ts';

type Table = NonNullable<NonNullable<HarnessOptions['billecta']>['operations']>;

/** What a customer's test environment may tell (docs/facts/billecta.md 4.1): the simulator has it, and the service is told. */
const told: ReadonlyArray<[what: string, operations: Table, body?: 'object' | 'action-public-id']> = [
  ['dispute is a POST', { dispute: { method: 'POST', path: '/v1/invoice/dispute/{id}' } }],
  [
    'cancel dispute is PUT canceldispute',
    { 'cancel-dispute': { method: 'PUT', path: '/v1/invoice/canceldispute/{id}' } },
  ],
  [
    'cancel dispute is PUT undispute',
    { 'cancel-dispute': { method: 'PUT', path: '/v1/invoice/undispute/{id}' } },
  ],
  ['pause is a POST', { pause: { method: 'POST', path: '/v1/invoice/pause/{id}' } }],
  ['resume is DELETE pause', { resume: { method: 'DELETE', path: '/v1/invoice/pause/{id}' } }],
  ['the four take an object', {}, 'object'],
  ['the four take the id in the body', {}, 'action-public-id'],
];

test.each(told)('the four commands work where %s', async (_what, operations, commandBody) => {
  const body = commandBody === 'object' ? {} : { ActionPublicId: '{id}' };
  const overrides = Object.fromEntries(
    commandNames.map((name) => [name, { ...operations[name], ...(commandBody && { body }) }]),
  );
  const harness = await startHarness({
    billecta: { operations, ...(commandBody && { commandBody }) },
    environment: { BILLECTA_OPERATIONS: JSON.stringify(overrides) },
  });
  const { limeId } = harness.addInvoice();
  for (const name of commandNames) {
    const { status, body: answer } = await harness.as('user').run(name, limeId);
    expect([name, status, answer.command?.state]).toEqual([name, 200, 'confirmed']);
  }
  await harness.close();
});

test.each(envelopeNames)(
  'a status follows Billecta, and a command works, where webhooks come as %s',
  async (envelope) => {
    const harness = await startHarness({ billecta: { envelope } });
    const { limeId, actionPublicId } = harness.addInvoice();
    await harness.as('user').status(limeId);
    harness.billecta.sendReminder(actionPublicId);
    await eventually(async () => {
      const [status] = (await harness.as('user').statuses([limeId])).body;
      expect(status?.stage).toBe('reminded');
    });
    expect((await harness.as('user').run('dispute', limeId)).body.command.state).toBe('confirmed');
    await harness.close();
  },
);
