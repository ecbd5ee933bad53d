import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultKeys } from '../../../../bff/billecta/webhook/webhook-envelope.ts';
import { deliveryParser } from '../../../../bff/delivery-parser.ts';
import { openStore } from '../../../../bff/store/store.ts';

test('whoever reads does not wait for whoever writes, and sees what was there before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'billecta-reads-'));
  const store = await openStore(`sqlite:${join(folder, 'test.db')}`, deliveryParser(defaultKeys));
  try {
    const seen = await store.transaction(async ({ invoices }) => {
      await invoices.link('d', 'a', 1);
      return [await store.invoiceStates.findMany('d', ['a']), await store.invoices.getMany('d', ['a'])];
    });
    expect(seen).toEqual([[], []]);
    expect(await store.invoiceStates.findMany('d', ['a'])).toMatchObject([{ record: { limeId: 1 } }]);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});
