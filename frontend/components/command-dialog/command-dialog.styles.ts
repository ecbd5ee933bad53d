import { css } from 'lit';

export const styles = css`
  :host {
    --dialog-width: min(32rem, 100vw);
  }

  limel-dialog > :not([slot]) {
    margin: 0 0 1rem;
  }

  limel-dialog > :last-child:not([slot]) {
    margin-bottom: 0;
  }

  p {
    color: rgb(var(--contrast-1500));
    font-size: 0.875rem;
    line-height: 1.4;
  }

  .affects {
    font-size: 0.75rem;
    color: rgb(var(--contrast-1100));
  }

  .summary {
    font-weight: 500;
  }

  .status:empty {
    display: none;
  }

  [tabindex]:focus {
    outline: none;
  }
`;
