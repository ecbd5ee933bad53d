import { html } from 'lit';
import type { FaultText } from '../i18n/fault-text.ts';
import type { Translator } from '../i18n/translator.ts';

/** What went wrong, with the reference by which support finds the request; then `more`, which may offer to try again. */
export const faultCallout = (
  { heading, text, tone, reference }: FaultText,
  { language }: Translator,
  more?: unknown,
): unknown =>
  html`<limel-callout role="alert" .type=${tone} .heading=${heading} .language=${language}>
    <p>${text}</p>
    ${reference && html`<p class="reference">${reference}</p>`} ${more}
  </limel-callout>`;
