import { control, say } from './control.js';
import { element } from './element.js';

/** A button that does something to an invoice and says so; it tells the webhooks that follow as its title. */
export function deedButton({ label, raises = [] }, whose, refresh, deed) {
  const made = element(
    'button',
    { type: 'button', 'aria-label': `${label}, ${whose}`, title: raises.join(', ') || undefined },
    label,
  );
  made.addEventListener('click', async () => {
    const { actionPublicId, path, body } = deed();
    await say(`${label}: ${whose}`, () => control('POST', `invoices/${actionPublicId}/${path}`, body));
    refresh();
  });
  return made;
}
