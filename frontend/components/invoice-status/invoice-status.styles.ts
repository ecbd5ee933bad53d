import { css } from 'lit';
import { chipRowStyles } from './chip-row.ts';

export const styles = [
  chipRowStyles,
  css`
    :host {
      display: block;
      min-width: 0;
    }

    :host([hidden]) {
      display: none;
    }
  `,
];
