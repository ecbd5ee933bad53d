import { element } from './element.js';

export function showCalls(calls) {
  const rows = calls.map(({ at, method, path, status }) =>
    element(
      'li',
      {},
      element('time', {}, timeOf(at)),
      element('span', {}, `${method} ${path}`),
      element(
        'span',
        { class: status === null || status >= 400 ? 'failed' : '' },
        String(status ?? 'no answer'),
      ),
    ),
  );
  document.getElementById('calls').replaceChildren(...rows);
}

export function showDeliveries(deliveries, webhooks) {
  document.getElementById('webhooks').textContent = webhooks.length
    ? `To ${webhooks.map(({ url }) => url).join(', ')}`
    : 'No webhook is registered';
  const rows = deliveries.map((delivery) =>
    element(
      'li',
      {},
      element('time', {}, timeOf(delivery.raisedAt)),
      element('span', {}, `${delivery.event} ${delivery.subject}`),
      element('span', { class: delivery.outcome }, outcome(delivery)),
    ),
  );
  document.getElementById('deliveries').replaceChildren(...rows);
}

function outcome({ outcome, tries, lastStatus }) {
  const status = tries > 0 ? ` ${lastStatus ?? 'no answer'}` : '';
  return `${outcome}${status}${tries > 1 ? `, ${tries} tries` : ''}`;
}

function timeOf(instant) {
  return new Date(instant).toLocaleTimeString('sv-SE');
}
