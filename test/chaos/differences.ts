import { isDeepStrictEqual } from 'node:util';
import type { Receipt } from './receipts.ts';
import type { StoredEvent } from './stored.ts';
import { type Truth, truthWithUs } from './truth.ts';

/** What is wrong with the inbox, in words: something acknowledged that is missing or there twice, or something that was refused. */
export function wrongInInbox(events: readonly StoredEvent[], receipts: readonly Receipt[]): string[] {
  const hashOf = new Map(events.map(({ id, hash }) => [id, hash]));
  const copies = new Map<string, number>();
  for (const { hash } of events) copies.set(hash, (copies.get(hash) ?? 0) + 1);
  const known = new Set(receipts.map(({ mail }) => mail.hash));
  return [
    ...receipts.flatMap((receipt) => wrongWith(receipt, hashOf, copies.get(receipt.mail.hash) ?? 0)),
    ...events.filter(({ hash }) => !known.has(hash)).map(({ id }) => `${id} was never sent`),
  ];
}

function wrongWith({ mail, sent, ids }: Receipt, hashOf: Map<string, string>, copies: number): string[] {
  const told = `${mail.body.toString('utf8', 0, 120)} (sent ${sent} times, acknowledged as ${[...ids].join()})`;
  if (mail.fate === 'refused') return copies === 0 ? [] : [`kept, though it was refused: ${told}`];
  const most = mail.named ? 1 : sent;
  return [
    ...(ids.size === 0 ? [`never acknowledged: ${told}`] : []),
    ...[...ids]
      .filter((id) => hashOf.get(id) !== mail.hash)
      .map((id) => `not in the inbox as ${id}: ${told}`),
    ...(copies > most ? [`${copies} times in the inbox: ${told}`] : []),
  ];
}

/** The invoices whose status is not what it is in Billecta. */
export function wrongStatuses(
  stored: ReadonlyMap<string, unknown>,
  truths: ReadonlyMap<string, Truth>,
): { id: string; stored: Truth | null; truth: Truth }[] {
  return [...truths].flatMap(([id, truth]) => {
    const snapshot = stored.get(id);
    const ours = snapshot === undefined ? null : truthWithUs(snapshot);
    return isDeepStrictEqual(ours, truth) ? [] : [{ id, stored: ours, truth }];
  });
}
