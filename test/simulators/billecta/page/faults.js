import { control, say } from './control.js';
import { element } from './element.js';

const switches = [
  { label: 'Outage', fault: { kind: 'outage' } },
  { label: 'Slow (3 s)', fault: { kind: 'slow', ms: 3000 } },
  { label: 'Lose the next answer', fault: { kind: 'lostAnswer', operation: 'command', times: 1 } },
  { label: 'Error 500 on the next call', fault: { kind: 'error500', times: 1 } },
  { label: 'Too many requests (429) ×3', fault: { kind: 'tooManyRequests', times: 3 } },
  { label: 'Drop the next webhook', fault: { kind: 'dropped', times: 1 } },
  { label: 'Double the next webhook', fault: { kind: 'duplicated', times: 1 } },
  { label: 'Delay the next webhook (5 s)', fault: { kind: 'delayed', ms: 5000, times: 1 } },
  { label: 'Swap the next two webhooks', fault: { kind: 'reordered', times: 2, ms: 10_000 } },
];

/** Makes the switches, once. */
export function makeFaultSwitches(refresh) {
  const add = async (label, fault) => {
    await say(label, () => control('POST', 'faults', fault));
    refresh();
  };
  const place = document.getElementById('faults');
  for (const { label, fault } of switches) {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', () => add(label, fault));
    place.append(made);
  }
  const clear = element('button', { type: 'button' }, 'Clear all faults');
  clear.addEventListener('click', async () => {
    await say('All is well again', () => control('DELETE', 'faults'));
    refresh();
  });
  place.append(clear);

  document.getElementById('refuse').addEventListener('submit', (event) => {
    event.preventDefault();
    const message = document.getElementById('message').value;
    add(`The next command is refused: ${message}`, {
      kind: 'refuse',
      operation: 'command',
      message,
      times: 1,
    });
  });
}

export function showFaults(faults) {
  const texts = faults.map((fault) => {
    const { kind, times, ...rest } = fault;
    const detail = Object.entries(rest).map(([name, value]) => `${name} ${value}`);
    return [kind, ...detail, times === undefined ? 'until cleared' : `×${times}`].join(', ');
  });
  document.getElementById('active-faults').textContent = texts.join(' · ') || 'nothing';
}
