import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: 1rem;
    min-width: 0;
    color: rgb(var(--contrast-1500));
    font-size: 0.875rem;
    line-height: 1.4;
  }

  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }

  .bar {
    display: grid;
    gap: 0.5rem;
  }

  .counts div {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding: 0.125rem 0;
  }

  [role='status']:focus {
    outline: none;
  }

  dd {
    font-variant-numeric: tabular-nums;
  }

  ul {
    display: grid;
    gap: 0.75rem;
    list-style: none;
  }

  li {
    overflow-wrap: anywhere;
    padding-left: 0.75rem;
    border-left: 0.1875rem solid rgb(var(--color-amber-default));
  }

  li.failed {
    border-color: rgb(var(--color-red-default));
  }

  .invoices a {
    margin-inline-end: 0.5rem;
    color: inherit;
  }

  .invoices {
    color: rgb(var(--contrast-1100));
    font-variant-numeric: tabular-nums;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }

  a {
    color: inherit;
  }

  a:focus-visible {
    outline: 0.125rem solid currentColor;
    outline-offset: 0.125rem;
  }
`;
