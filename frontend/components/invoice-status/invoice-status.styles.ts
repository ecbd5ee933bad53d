import { css } from 'lit';
import { cellChipsStyles } from './cell-chips.ts';
import { chipRowStyles } from './chip-row.ts';

export const styles = [
  chipRowStyles,
  cellChipsStyles,
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
