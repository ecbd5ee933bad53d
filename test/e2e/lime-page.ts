import type { Locator, Page } from 'playwright-core';
import { expect as expectThat } from 'vitest';

/** One of Lime's pages, as the person in front of it uses it. */
export class LimePage {
  readonly #errors: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.#errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
  }

  async goto(address: string): Promise<void> {
    await this.page.goto(address);
    await this.card.or(this.page.locator('limel-table')).or(this.panel).first().waitFor();
  }

  /** Moves Lime to another of its pages without loading it anew, as its own links do. */
  async moveTo(address: string): Promise<void> {
    await this.page.evaluate((url) => {
      history.pushState(null, '', url);
      dispatchEvent(new PopStateEvent('popstate'));
    }, address);
  }

  /** Our card on the invoice's page. */
  get card(): Locator {
    return this.page.locator('lwc-limepkg-billecta-integration-invoice-card');
  }

  /** The sync panel, on Lime Admin's page or on its own. */
  get panel(): Locator {
    return this.page.locator('lwc-limepkg-billecta-integration-sync-panel');
  }

  get dialog(): Locator {
    return this.page.locator('lwc-limepkg-billecta-integration-command-dialog');
  }

  get bulkDialog(): Locator {
    return this.page.locator('lwc-limepkg-billecta-integration-bulk-dialog');
  }

  /** Marks the row of an invoice. */
  async selectRow(invoiceNumber: string): Promise<void> {
    const row = this.page.locator('.tabulator-row').filter({ hasText: invoiceNumber });
    await row.locator('limel-checkbox, input[type=checkbox]').first().click();
  }

  chip(text: string): Locator {
    return this.card.locator('.chip').filter({ hasText: text });
  }

  /** The chips of one row of the table. */
  rowChips(invoiceNumber: string): Locator {
    return this.page.locator('.tabulator-row').filter({ hasText: invoiceNumber }).locator('.chip');
  }

  /** Lime's own alert: a dialog that is not ours. */
  get alert(): Locator {
    return this.page.locator('body > div > limel-dialog');
  }

  /** Closes Lime's toasts, which lie on top of the page. */
  async closeToasts(): Promise<void> {
    for (const close of await this.page.locator('limel-snackbar .dismiss-button').all())
      await close.click({ timeout: 2_000 }).catch(() => undefined);
  }

  async openActions(): Promise<void> {
    await this.closeToasts();
    await this.page.locator('lime-action-menu').getByRole('button').click();
    await this.page.getByRole('menuitem').first().waitFor();
  }

  async chooseAction(title: string): Promise<void> {
    await this.openActions();
    await this.page.getByRole('menuitem', { name: title }).click();
  }

  /** Presses what Lime's toast offers to do. */
  async takeOffer(name: string): Promise<void> {
    await this.page.locator('limel-snackbar').getByRole('button', { name }).click();
  }

  /** Types a day of next month in the dialog, of which a picture is left. */
  async chooseDayOfNextMonth(day: number, picture: string): Promise<void> {
    const date = new Date();
    date.setUTCMonth(date.getUTCMonth() + 1, day);
    await this.dialog.locator('[type=date]').fill(date.toISOString().slice(0, 10));
    await this.page.screenshot({ path: picture });
  }

  /** The button of our card that runs a command. */
  cardButton(title: string): Locator {
    return this.card.getByRole('button', { name: title });
  }

  async confirm(): Promise<void> {
    await this.dialog.locator('[data-button=confirm]').click();
  }

  async dismiss(): Promise<void> {
    await this.dialog.locator('[data-button=dismiss]').click();
  }

  async sees(locator: Locator): Promise<void> {
    await locator.waitFor();
  }

  async seesNot(locator: Locator): Promise<void> {
    await locator.waitFor({ state: 'hidden' });
  }

  async seesText(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** A picture of the page, when all its icons are there. */
  async screenshot(path: string): Promise<Buffer> {
    await this.page.waitForFunction(everyIconIsDrawn);
    return this.page.screenshot({ path, animations: 'disabled' });
  }

  /** Closes the page, which must have run without a single error. */
  async close(allowed: RegExp = /^$/): Promise<void> {
    await this.page.context().close();
    expectThat(this.#errors.filter((error) => !allowed.test(error))).toEqual([]);
  }
}

/** Runs in the page: Lime fetches icons when they are first needed, and draws them in shadow roots of their own. */
function everyIconIsDrawn(): boolean {
  const drawn = (icon: Element) => icon.shadowRoot?.querySelector('svg') != null;
  const drawnIn = (root: Document | ShadowRoot): boolean =>
    [...root.querySelectorAll('limel-icon')].every(drawn) &&
    [...root.querySelectorAll('*')].every(({ shadowRoot }) => !shadowRoot || drawnIn(shadowRoot));
  return drawnIn(document);
}
