import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tabs } from '../../frontend/sync-panel/view/panel-route.ts';
import { EndToEnd, screenshots, type View } from './support.ts';
import { SyncPanelPage } from './sync-panel-page.ts';

const e2e = new EndToEnd();

const views: ReadonlyArray<View & { name: string }> = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
  { name: 'narrow', theme: 'light', width: 320, language: 'sv' },
];

beforeAll(async () => {
  const { at, demo } = e2e;
  const mount = `${at.lime}/${at.database}/limepkg-billecta-integration`;
  const asAdmin = { 'x-api-key': at.keys.admin, 'content-type': 'application/json' };
  const post = (path: string, body: object, headers: Record<string, string> = asAdmin) =>
    fetch(`${mount}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  await post(`invoices/${at.invoices.synced}/dispute`, { reason: 'quality', comment: 'Arrived broken' });
  await post(`invoices/${at.invoices.paused}/resume`, {});
  await post('admin/reconcile', {});
  const { actionPublicId } = await e2e.inBillecta(at.invoices.synced);
  demo.billecta.registerPayment(actionPublicId, 10_000);
  await post(
    'billecta-webhook-receiver',
    { greeting: 'hello' },
    { ...asAdmin, 'x-api-key': at.keys.webhook },
  );
  await post('billecta-webhook-receiver', {}, { ...asAdmin, 'x-api-key': 'wrong' });
  await demo.billecta.idle();
});

/** Pictures to look at, in test/e2e/screenshots; nothing may be wider than the window, nor fail. */
describe.each(views)('$name', ({ name, ...view }) => {
  test.each([...tabs, 'events/1', 'reconciliation/1'])('%s', async (fragment) => {
    const panel = await SyncPanelPage.open(e2e, fragment, view);
    await panel.verdict.waitFor();
    await panel.root.locator('limel-spinner').first().waitFor({ state: 'hidden' });
    await panel.page.setViewportSize({ width: view.width ?? 1280, height: 1600 });
    await panel.lime.screenshot(join(screenshots, `panel-${fragment.replace('/', '-')}-${name}.png`));
    const tooWide = await panel.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide).toBeLessThanOrEqual(0);
    await panel.lime.close();
  });
});
