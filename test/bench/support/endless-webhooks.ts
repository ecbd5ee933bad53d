import type { BillectaSimulator } from '../../simulators/billecta/index.ts';
import { tellStory } from './webhooks.ts';

const stories = 32;
const invoices = 5_000;

const [idKey, subjectKey] = ['"Id":"', '"ActionPublicId":"'];

/**
 * Webhooks without end, no two alike: real bodies of some invoices, each with a delivery id of its own and about one of
 * 5,000 invoices. Only those two places are written anew for each, so that the load costs less than what it measures.
 *
 * @param event - name to put in place of InvoiceActionStateChanged
 * @returns gives the next one; the bytes are yours
 */
export function endlessWebhooks(billecta: BillectaSimulator, event?: string): () => Buffer {
  const templates = Array.from({ length: stories }, () => tellStory(billecta))
    .flatMap(({ bodies }) => bodies)
    .map((body) => (event ? body.replace('InvoiceActionStateChanged', event) : body))
    .map((body) => {
      const bytes = Buffer.from(body);
      return {
        bytes,
        id: bytes.lastIndexOf(idKey) + idKey.length,
        subject: bytes.indexOf(subjectKey) + subjectKey.length,
      };
    });
  let sent = 0;
  return () => {
    sent += 1;
    const template = templates[sent % templates.length];
    if (!template) throw new Error('There is no template');
    const body = Buffer.from(template.bytes);
    body.write(String(sent).padStart(12, '0'), template.id, 'latin1');
    body.write(String(5_000_000_000 + ((sent * 7919) % invoices)), template.subject, 'latin1');
    return body;
  };
}
