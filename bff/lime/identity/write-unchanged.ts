import { z } from 'zod';
import type { Answer } from '../../resilience/connections.ts';
import type { Credential, LimeInvoice, UpdateRight } from '../../services/ports/lime.ts';
import { Fault } from '../../services/shared/fault.ts';
import { LimeId, LimeObject } from '../client/answers.ts';
import type { LimeHttp } from '../client/http.ts';
import { objectPath } from '../client/object-path.ts';
import { readAnswer } from '../client/read-answer.ts';

/**
 * Finds out whether a caller may update an invoice by writing back its ActionPublicId as it was read just before, with
 * the caller's own credential. Lime has no other answer over REST (docs/facts/lime.md 7). Writes nothing when the
 * invoice has another by now.
 *
 * @throws Fault `lime-refused` when the invoice has changed; as Lime answers the read; `lime-…` when Lime fails, is
 *   silent or asks the service to wait
 */
export async function writeUnchanged(
  http: LimeHttp,
  { limetype, idField }: { limetype: string; idField: string },
  { credential, invoice, signal }: { credential: Credential; invoice: LimeInvoice; signal: AbortSignal },
): Promise<UpdateRight> {
  const path = objectPath(limetype, invoice.limeId);
  const value = readAnswer(LimeObject, await http.get(path, credential, signal))[idField];
  if (plain(value) === null || plain(value) !== invoice.actionPublicId)
    throw new Fault('lime-refused', `Invoice ${invoice.limeId} has just been changed in Lime. Try again.`);
  const answer = await http.put(path, { [idField]: value }, credential, signal);
  if ([401, 403, 404].includes(answer.status)) return 'denied';
  return isTaken(answer, invoice.limeId, idField, value) ? 'proven' : 'unproven';
}

const plain = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;

/** Accepted for later: the answer does not say whether it will be done. */
const accepted = 202;

const Said = z.looseObject({ _id: LimeId.optional() });

/** The page of a log-in is no proof, nor is an invoice with another value than was written. */
function isTaken({ status, text }: Answer, limeId: number, idField: string, value: unknown): boolean {
  if (status < 200 || status > 299 || status === accepted) return false;
  if (text === '') return true;
  try {
    const { _id, [idField]: stored } = Said.parse(JSON.parse(text));
    if (_id === undefined && stored === undefined) return false;
    return (_id ?? limeId) === limeId && (stored === undefined || plain(stored) === plain(value));
  } catch {
    return false;
  }
}
