import type { BillectaSimulator } from '../../simulators/billecta/index.ts';
import { writeInstant } from '../../simulators/billecta/model/swedish-time.ts';
import { tellStory } from './webhooks.ts';

const stories = 32;
const invoices = 5_000;

const [timeKey, subjectKey] = ['"EventDate":"', '"ActionPublicId":"'];

/** A second passes in Billecta with so many webhooks. */
const perSecond = 1_000;

const start = Date.parse('2026-03-01T11:00:00Z');

/**
 * Webhooks without end, no two alike, in Billecta's own envelope: real bodies of some invoices, each about one of 5,000
 * invoices at a time of its own. Only those two places are written anew for each, so that the load costs less than what
 * it measures.
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
        time: bytes.indexOf(timeKey) + timeKey.length,
        subject: bytes.indexOf(subjectKey) + subjectKey.length,
      };
    });
  let sent = 0;
  let time = '';
  return () => {
    if (sent % perSecond === 0) time = writeInstant(new Date(start + sent), 'space');
    sent += 1;
    const template = templates[sent % templates.length];
    if (!template) throw new Error('There is no template');
    const body = Buffer.from(template.bytes);
    body.write(time, template.time, 'latin1');
    body.write(String(5_000_000_000 + ((sent * 7919) % invoices)), template.subject, 'latin1');
    return body;
  };
}
