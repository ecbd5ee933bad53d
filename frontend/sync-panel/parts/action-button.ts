import { html } from 'lit';

/** A button that does something about what is shown, unless something else is being done. */
export const actionButton = (
  name: string,
  label: string,
  act: () => void,
  { primary = false, disabled = false } = {},
): unknown =>
  html`<limel-button
    data-button=${name}
    .label=${label}
    .primary=${primary}
    .outlined=${!primary}
    .disabled=${disabled}
    @click=${() => disabled || act()}
  ></limel-button>`;
