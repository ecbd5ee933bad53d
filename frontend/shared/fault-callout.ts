import { html } from 'lit';
import type { FaultText } from '../i18n/fault-text.ts';
import './define-callout.ts';

/**
 * What went wrong, with the reference by which support finds the request; then `more`, which may offer to try again. It
 * can be given the focus.
 */
export const faultCallout = ({ heading, text, tone, reference }: FaultText, more?: unknown): unknown =>
  html`<lwc-limepkg-billecta-integration-callout
    role="alert"
    tabindex="-1"
    .heading=${heading}
    .text=${text}
    .tone=${tone}
    .reference=${reference}
    >${more}</lwc-limepkg-billecta-integration-callout
  >`;
