import { describe, expect, test } from 'vitest';
import type { LimePage } from './lime-page.ts';
import { EndToEnd, type View } from './support.ts';

const e2e = new EndToEnd({ contentSecurity: 'strict' });

interface Violation {
  directive: string;
  sample: string;
  sourceFile: string;
  /** The element whose shadow root it happened in. */
  host: string;
}

/** Runs in the page, before anything else does. */
function collectViolations(): void {
  const violations: Violation[] = [];
  Object.assign(window, { violations });
  document.addEventListener('securitypolicyviolation', (event) => {
    const [target] = event.composedPath();
    const root = target instanceof Node ? target.getRootNode() : undefined;
    violations.push({
      directive: event.effectiveDirective,
      sample: event.sample,
      sourceFile: event.sourceFile ?? '',
      host: root instanceof ShadowRoot ? root.host.localName : '',
    });
  });
}

/** Opens a page under the policy from its first moment. */
async function open(address: string, view: View = {}): Promise<LimePage> {
  const lime = await e2e.open(address, view);
  await lime.page.addInitScript(collectViolations);
  await lime.page.reload();
  return lime;
}

/** What our code has done against the policy; the host's own elements answer for themselves. */
async function ours(lime: LimePage): Promise<Violation[]> {
  const all = await lime.page.evaluate(() => (window as unknown as { violations: Violation[] }).violations);
  return all.filter(
    ({ sourceFile, host }) =>
      sourceFile.includes('/static/limepkg-billecta-integration/') ||
      (!sourceFile && host.startsWith('lwc-')),
  );
}

const violation = /Content Security Policy|violates the following/;

describe('a page that forbids styles and scripts in the markup', () => {
  test('is what the test says it is', async () => {
    const lime = await open(e2e.card(e2e.at.invoices.synced));
    await lime.sees(lime.chip('Sent'));
    await lime.card.evaluate((card) => {
      const styled = document.createElement('p');
      card.shadowRoot?.append(styled);
      styled.setAttribute('style', 'color: red');
    });
    expect(await ours(lime)).toMatchObject([{ directive: 'style-src-attr' }]);
    await lime.close(violation);
  });

  test('is kept to by the card and the dialogs', async () => {
    const lime = await open(e2e.card(e2e.at.invoices.synced));
    await lime.sees(lime.chip('Sent'));
    await lime.sees(lime.card.locator('li').first());
    await lime.chooseAction('Pause invoice');
    await lime.sees(lime.dialog.locator('[type=date]'));
    await lime.confirm();
    await lime.sees(lime.chip('Paused'));
    await lime.takeOffer('Undo');
    await lime.seesNot(lime.chip('Paused'));
    expect(await ours(lime)).toEqual([]);
    await lime.close(violation);
  });

  test('is kept to by the table and a command on many invoices', async () => {
    const lime = await open(e2e.at.pages.table);
    const { invoiceNumber } = await e2e.inBillecta(e2e.at.invoices.synced);
    await lime.sees(lime.rowChips(invoiceNumber ?? ''));
    await lime.selectRow(invoiceNumber ?? '');
    await lime.chooseAction('Dispute invoices');
    await lime.sees(lime.bulkDialog.getByText(/can be disputed/));
    expect(await ours(lime)).toEqual([]);
    await lime.close(violation);
  });

  test("is kept to by all of the panel, its charts' colours too", async () => {
    const lime = await open(e2e.panel(), { who: 'admin' });
    await lime.sees(lime.panel.locator('.legend circle').first());
    const color = await lime.panel
      .locator('.legend circle')
      .first()
      .evaluate((dot) => getComputedStyle(dot).fill);
    expect(color).not.toBe('rgb(0, 0, 0)');
    for (const tab of ['issues', 'events', 'rejected', 'commands', 'reconciliation', 'checks']) {
      await lime.page.evaluate((fragment) => location.assign(`#billecta/${fragment}`), tab);
      await lime.page.waitForLoadState('networkidle');
    }
    expect(await ours(lime)).toEqual([]);
    await lime.close(violation);
  });
});
