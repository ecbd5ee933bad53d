import { html } from 'lit';
import { navigator, words } from '../host.ts';

/** The page of an object that does not exist, or is hidden: Lime tells no difference. */
export function missing(text: string) {
  const back = () => navigator.navigate('/table-view/invoice');
  return html`
    <div class="missing">
      <p>${text}</p>
      <limel-button .label=${words.back} @click=${back}></limel-button>
    </div>
  `;
}
