import type { Locator, Page } from 'playwright-core';
import type { LimePage } from './lime-page.ts';
import type { EndToEnd, View } from './support.ts';

/** The sync panel, as an administrator uses it. */
export class SyncPanelPage {
  static async open(e2e: EndToEnd, fragment?: string, view: View = {}): Promise<SyncPanelPage> {
    return new SyncPanelPage(await e2e.open(e2e.panel(fragment), { who: 'admin', ...view }));
  }

  readonly page: Page;

  private constructor(readonly lime: LimePage) {
    this.page = lime.page;
  }

  get root(): Locator {
    return this.lime.panel;
  }

  get verdict(): Locator {
    return this.root.locator('.verdict');
  }

  /** The panel's dialog that is open. */
  get dialog(): Locator {
    return this.root.locator('limel-dialog');
  }

  issue(id: string): Locator {
    return this.root.locator(`[data-issue="${id}"]`);
  }

  check(id: string): Locator {
    return this.root.locator(`[data-check="${id}"]`);
  }

  tile(id: string): Locator {
    return this.root.locator(`[data-tile="${id}"]`);
  }

  rows(kind: 'event' | 'command' | 'run' | 'drift'): Locator {
    return this.root.locator(`tr[data-${kind}]`);
  }

  button(name: string, within: Locator = this.root): Locator {
    return within.locator(`[data-button="${name}"]`).first();
  }

  async isWell(): Promise<void> {
    await this.root.locator('[data-verdict="ok"]').waitFor();
  }

  async says(text: string | RegExp): Promise<void> {
    await this.root.getByText(text).first().waitFor();
  }

  /** Follows the first sentence to what it is about. */
  async followVerdict(sentence: RegExp): Promise<void> {
    await this.verdict.getByRole('link', { name: sentence }).click();
  }

  async openTab(name: string): Promise<void> {
    await this.root.getByRole('tab', { name }).click();
  }

  /** Presses a button that asks first, and what the dialog then offers. */
  async confirm(name: string, within?: Locator): Promise<void> {
    await this.button(name, within).click();
    await this.button('confirm', this.dialog).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async choose(filter: string, option: string): Promise<void> {
    await this.root.locator(`[data-filter="${filter}"]`).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  async write(filter: string, text: string): Promise<void> {
    await this.root.locator(`[data-filter="${filter}"] input`).fill(text);
  }
}
