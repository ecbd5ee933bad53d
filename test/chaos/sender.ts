import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'undici';
import type { Mail } from './mail.ts';
import type { Outbox } from './outbox.ts';
import type { Receipts } from './receipts.ts';

export interface Receiver {
  origin: string;
  path: string;
  key: string;
}

/** An oversize body is cut off, and whether the refusal is heard before the cut is chance: so often is it tried. */
const patience = 5;

/** Sends what is in the outbox over a connection of its own, one by one, until it is told that nothing more comes. */
export async function sendAll(
  outbox: Outbox,
  receipts: Receipts,
  to: Receiver,
  over: () => boolean,
): Promise<void> {
  const client = new Client(to.origin);
  const tries = new Map<Mail, number>();
  while (!over() || !outbox.empty) {
    const mail = outbox.take();
    if (!mail) {
      await sleep(2);
      continue;
    }
    receipts.sending(mail);
    try {
      const { status, body } = await post(client, to, mail);
      outbox.done(mail, receipts.answered(mail, status, body));
    } catch {
      const tried = (tries.get(mail) ?? 0) + 1;
      tries.set(mail, tried);
      outbox.done(mail, mail.fate === 'refused' && tried >= patience ? 'answered' : 'send again');
      await sleep(10);
    }
  }
  await client.destroy();
}

async function post(
  client: Client,
  { path, key }: Receiver,
  mail: Mail,
): Promise<{ status: number; body: unknown }> {
  const { statusCode, body } = await client.request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', 'x-api-key': mail.key === 'right' ? key : `no ${key}` },
    body: mail.chunked ? Readable.from(chunksOf(mail.body)) : mail.body,
  });
  return { status: statusCode, body: JSON.parse(await body.text()) };
}

function* chunksOf(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += 16_384) yield body.subarray(at, at + 16_384);
}
