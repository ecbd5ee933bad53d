import { expect, test } from 'vitest';
import { completeCommands } from '../../../../../bff/services/invoices/complete-commands.ts';
import type { CommandRecord } from '../../../../../bff/services/ports/store/command-store.ts';
import type { StoreParts } from '../../../../../bff/services/ports/store/store.ts';
import type { Context } from '../../../../../bff/services/shared/context.ts';
import { anInvoice } from '../../../../service/support/an-invoice.ts';

const context = { database: 'acme', now: () => new Date('2026-11-27T10:00:05.000Z') } as Context;
const open = [
  { id: 'c-1', command: 'dispute', requestedAt: '2026-11-27T10:00:02.000Z', until: null },
] as unknown as CommandRecord[];

async function ends(readAt: string) {
  const ended: string[] = [];
  const parts = {
    commands: {
      finish: async (_: string, id: string, step: { state: string }) => ended.push(`${id} ${step.state}`),
    },
  } as unknown as StoreParts;
  const invoice = anInvoice({ disputedSince: '2026-11-20T10:00:00.000Z' });
  const isComplete = await completeCommands(context, parts, open, { invoice, readAt, answered: undefined });
  return { ended, isComplete };
}

test('a read that began before a command is no proof of it: the invoice may have been disputed before', async () => {
  expect(await ends('2026-11-27T10:00:01.999Z')).toEqual({ ended: [], isComplete: false });
});

test('a read that began after a command confirms it', async () => {
  expect(await ends('2026-11-27T10:00:02.000Z')).toEqual({ ended: ['c-1 confirmed'], isComplete: true });
});
