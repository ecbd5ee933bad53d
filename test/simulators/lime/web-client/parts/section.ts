import { html, type TemplateResult } from 'lit';

/** A part of a card under a heading of its own. */
export const section = (id: string, heading: string, content: TemplateResult) => html`
  <section aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${heading}</h2>
    ${content}
  </section>
`;
