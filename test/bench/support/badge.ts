import { chromium, type Page } from 'playwright-core';
import { build } from '../../demo/build.ts';
import { chromiumArgs, ensureChromium } from '../../run/chromium.ts';
import { startBillectaSimulator } from '../../simulators/billecta/index.ts';
import { startLimeSimulator } from '../../simulators/lime/index.ts';
import type { BenchEnvironment } from './bench-environment.ts';

/** Webhooks that are measured, after a few that only warm up. */
const count = 60;
const warmUp = 10;

/** How long one may take before the measurement is given up, ms. */
const patience = 10_000;

/** How long the chip took to change after each webhook was sent, by one clock for both, ms. */
export async function badgeWaits(benchEnvironment: BenchEnvironment): Promise<number[]> {
  await build();
  const billecta = await startBillectaSimulator({
    candidates: { commandsRaiseStateChanged: true, rateLimit: [] },
  });
  const lime = await startLimeSimulator();
  const bff = await benchEnvironment.startBff(await benchEnvironment.createDatabase(), {
    LIME_URL: lime.baseUrl,
    LIME_API_KEY: lime.keys.service,
    BILLECTA_URL: billecta.url,
    BILLECTA_AUTHORIZATION: billecta.authorization,
    BILLECTA_READ_LIMITS: '999999/1s',
  });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
  try {
    lime.proxyTo(bff.origin);
    billecta.addWebhook({
      url: `${bff.origin}/${lime.database}/limepkg-billecta-integration/billecta-webhook-receiver`,
      headers: { 'x-api-key': bff.key },
    });
    const actionPublicId = billecta.addInvoice({ invoiceNumber: '1' });
    const seed = { invoiceNumber: '1', actionPublicId, debtor: 'A', amount: 1250, dueDate: '2026-12-01' };
    const page = await browser.newPage();
    // tsx names the functions that it compiles with a helper, which the page does not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.goto(`${lime.baseUrl}/client/object/invoice/${lime.addInvoice(seed)}?user=user&language=en`);
    await changed(page, false);

    const waits: number[] = [];
    for (let n = 0; n < warmUp + count; n += 1) {
      const disputes = n % 2 === 0;
      const shown = changed(page, disputes);
      const sent = Date.now();
      billecta.inPortal(disputes ? 'dispute' : 'cancel-dispute', actionPublicId);
      const wait = (await shown) - sent;
      if (n >= warmUp) waits.push(wait);
    }
    return waits;
  } finally {
    await browser.close();
    await bff.stop();
    await Promise.all([lime.close(), billecta.close()]);
  }
}

/** When, by the page's clock, the chips first say that the invoice is disputed, or that it is not. */
function changed(page: Page, disputed: boolean): Promise<number> {
  return page.evaluate(
    ([wanted, longest]) =>
      new Promise<number>((resolve, reject) => {
        const givenUp = Date.now() + longest;
        const chipsIn = (root: Document | ShadowRoot): string[] =>
          [...root.querySelectorAll('*')].flatMap((element) => [
            ...(element.matches('.chip') ? [element.textContent.trim()] : []),
            ...(element.shadowRoot ? chipsIn(element.shadowRoot) : []),
          ]);
        const look = () => {
          const chips = chipsIn(document);
          const now = Date.now();
          if (chips.length > 0 && chips.some((text) => /^Disputed/.test(text)) === wanted) resolve(now);
          else if (now > givenUp) reject(new Error(`The chips still say ${chips.join(', ')}`));
          else requestAnimationFrame(look);
        };
        look();
      }),
    [disputed, patience] as const,
  );
}
