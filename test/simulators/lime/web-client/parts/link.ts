import { html } from 'lit';
import { navigator } from '../host.ts';

/** A link to another page of the client, which need not be loaded anew. */
export function link(path: string, text: string) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigator.navigate(path);
  };
  return html`<a class="link" href=${navigator.createUrl({ path })} @click=${follow}>${text}</a>`;
}
