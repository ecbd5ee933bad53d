import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    min-width: 0;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
  }

  h3,
  p,
  ol,
  blockquote {
    margin: 0;
  }

  h3 {
    font-size: 0.875rem;
    font-weight: 500;
  }

  ol {
    list-style: none;
    padding: 0.5rem 0 0;
  }

  li {
    display: grid;
    grid-template-columns: 1.5rem minmax(0, 1fr) auto;
    gap: 0 0.5rem;
    padding: 0.375rem 0;
    border-bottom: 1px solid rgb(var(--contrast-500));
    overflow-wrap: anywhere;
  }

  limel-icon {
    width: 1.25rem;
    height: 1.25rem;
    color: rgb(var(--contrast-1100));
  }

  time,
  .details,
  .note {
    font-size: 0.75rem;
    line-height: 1.6;
    color: rgb(var(--contrast-1100));
  }

  time {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }

  .details,
  blockquote {
    grid-column: 2 / -1;
  }

  blockquote {
    font-size: 0.8125rem;
  }

  .note {
    padding: 0.5rem 0;
  }

  limel-button {
    display: inline-block;
    margin-top: 0.5rem;
  }

  .bar {
    display: block;
    height: 0.875rem;
    margin: 0.75rem 0;
    border-radius: 0.25rem;
    background-color: rgb(var(--contrast-500));
  }
`;
