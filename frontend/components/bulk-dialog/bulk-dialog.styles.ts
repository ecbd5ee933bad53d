import { css } from 'lit';
import { styles as dialog } from '../command-dialog/command-dialog.styles.ts';

export const styles = [
  dialog,
  css`
    .waiting {
      display: flex;
      align-items: center;
      gap: 0.75rem;
    }

    h3 {
      margin-bottom: 0.25rem;
      font-size: 0.875rem;
      font-weight: 500;
    }

    dl {
      color: rgb(var(--contrast-1500));
      font-size: 0.875rem;
      line-height: 1.4;
    }

    dl div {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
      padding: 0.125rem 0;
    }

    dt {
      color: rgb(var(--contrast-1100));
    }

    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
    }
  `,
];
