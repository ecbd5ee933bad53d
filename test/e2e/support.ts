import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Language } from '../../frontend/i18n/languages.ts';
import { type Demo, type DemoAddresses, startDemo } from '../demo/start-demo.ts';
import { chromiumArgs, ensureChromium } from '../run/chromium.ts';
import type { Candidates } from '../simulators/lime/options.ts';
import { LimePage } from './lime-page.ts';

export const screenshots = join(import.meta.dirname, 'screenshots');

export interface View {
  who?: 'user' | 'reader' | 'admin';
  language?: Language;
  theme?: 'light' | 'dark';
  width?: number;
}

/** An invoice as the Billecta simulator tells it on its own page. */
export interface InBillecta {
  actionPublicId: string;
  invoiceNumber: string | null;
  stage: string;
  disputedDate: string | null;
  paused: boolean;
}

/** The demo and a browser, for all tests of a file. */
export class EndToEnd {
  #demo: Demo | undefined;
  #browser: Browser | undefined;

  /** @param candidates - which Lime it is, where Lime's documents leave that open */
  constructor(candidates: Partial<Candidates> = {}) {
    beforeAll(async () => {
      this.#demo = await startDemo(0, candidates);
      this.#browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
      mkdirSync(screenshots, { recursive: true });
    });
    afterAll(async () => {
      await this.#browser?.close();
      await this.#demo?.stop();
    });
  }

  get at(): DemoAddresses {
    return this.demo.addresses;
  }

  get demo(): Demo {
    if (!this.#demo) throw new Error('The demo has not been started');
    return this.#demo;
  }

  /** Opens one of Lime's pages as somebody, in a browser profile of its own. */
  async open(address: string, view: View = {}): Promise<LimePage> {
    if (!this.#browser) throw new Error('The browser has not been started');
    const { who = 'user', language = 'en', theme = 'light', width = 1280 } = view;
    const context = await this.#browser.newContext({ viewport: { width, height: 900 } });
    const page = new LimePage(await context.newPage());
    const [path, fragment] = address.split('#');
    const place = fragment === undefined ? '' : `#${fragment}`;
    await page.goto(`${path}?user=${who}&language=${language}&theme=${theme}${place}`);
    return page;
  }

  /** The address of an invoice's card in Lime. */
  card(limeId: number): string {
    return this.at.pages.invoice.replace(/\d+$/, String(limeId));
  }

  /** The address of a debtor's card in Lime, on which an administrator has placed our card too. */
  debtorCard(limeId: number): string {
    return this.card(limeId).replace('/invoice/', '/debtor/');
  }

  /** The address of the sync panel's own page. */
  panel(fragment = 'overview'): string {
    return `${this.at.pages.panel}#billecta/${fragment}`;
  }

  async inBillecta(limeId: number): Promise<InBillecta> {
    const { invoices } = (await this.#control('GET', 'state')) as { invoices: InBillecta[] };
    const number = await this.#numberOf(limeId);
    const found = invoices.find((invoice) => invoice.invoiceNumber === number);
    if (!found) throw new Error(`Billecta has no invoice ${number}`);
    return found;
  }

  async registerPayment(limeId: number): Promise<void> {
    const { actionPublicId } = await this.inBillecta(limeId);
    await this.#control('POST', `invoices/${actionPublicId}/payment`, {});
  }

  async fault(fault: { kind: string; operation?: string; times?: number; message?: string; how?: string }) {
    await this.#control('POST', 'faults', fault);
  }

  /** Ends all faults, and waits until the service, which leaves a broken Billecta alone for a while, asks it again. */
  async clearFaults(): Promise<void> {
    await this.#control('DELETE', 'faults');
    await vi.waitFor(
      async () => {
        const { bff, invoices, keys } = this.at;
        const neverRead = invoices.paused + 1;
        const answer = await fetch(`${bff}/invoices/${neverRead}`, { headers: { 'x-api-key': keys.user } });
        expect(answer.status).toBe(200);
      },
      { timeout: 30_000, interval: 1_000 },
    );
  }

  async #numberOf(limeId: number): Promise<string> {
    const { lime, database, keys } = this.at;
    const answer = await fetch(`${lime}/${database}/api/v1/limeobject/invoice/${limeId}/`, {
      headers: { 'x-api-key': keys.admin },
    });
    return ((await answer.json()) as { invoicenumber: string }).invoicenumber;
  }

  async #control(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.at.billecta}/control/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return text ? JSON.parse(text) : undefined;
  }
}
