import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { Checks } from '../../../bff/contract/admin/checks.ts';
import type { Issues } from '../../../bff/contract/admin/issues.ts';
import { eventually } from '../support/eventually.ts';
import { listen } from '../support/listen.ts';
import { type Harness, startHarness } from '../support/start.ts';

/** The service with a Lime that describes payments in a form that nobody expects. */
async function start(): Promise<Harness> {
  let lime = '';
  const proxy = await listen(async (request, response) => {
    const { url = '', method = '', headers } = request;
    if (url.includes('/limetype/payment/')) return void response.end('{"name":"payment","properties":[]}');
    const body = await text(request);
    const answer = await fetch(lime + url, {
      method,
      headers: { 'x-api-key': String(headers['x-api-key']), 'content-type': 'application/json' },
      ...(body !== '' && { body }),
    });
    response.writeHead(answer.status).end(await answer.text());
  });
  const harness = await startHarness({
    environment: {
      LIME_URL: `${proxy}/lime-demo`,
      LIME_WRITES_PER_SECOND: '1000',
      LIME_PUBLIC_ORIGINS: proxy,
    },
    afterLime: (url) => {
      lime = url;
    },
  });
  return harness;
}

test('a limetype that cannot be read stops its own kind alone, and is told as what it is', async () => {
  const harness = await start();
  const { limeId, actionPublicId } = harness.addInvoice();
  harness.billecta.registerPayment(actionPublicId, 10_000);
  await eventually(async () => {
    const { body } = await harness.as('admin').get('admin/issues');
    expect((body as Issues).issues).toMatchObject([
      {
        id: 'write.lime-unreadable',
        severity: 'error',
        remedy: 'check-lime-answers',
        count: 1,
        message: expect.stringContaining('another form than expected'),
      },
    ]);
  });
  await eventually(() => expect(harness.lime.object('invoice', limeId).paidamount).toBe(100));
  expect((await harness.as('user').run('dispute', limeId)).status).toBe(200);
  const { body } = await harness.as('admin').get('admin/checks');
  const check = (body as Checks).checks.find(({ id }) => id === 'field-mapping');
  expect(check).toMatchObject({ state: 'failed', problem: 'lime-unreadable' });
  await harness.close();
});
