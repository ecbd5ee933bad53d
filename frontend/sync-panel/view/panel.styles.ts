import { css } from 'lit';

/** What every part of the panel looks like. */
export const panelStyles = css`
  :host {
    display: block;
    min-width: 0;
    color: rgb(var(--contrast-1500));
    font-size: 0.875rem;
    line-height: 1.4;
  }

  *,
  *::before {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  ul,
  ol,
  figure,
  pre {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2 {
    font-size: 1.125rem;
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  h3 {
    font-size: 1rem;
    font-weight: 500;
  }

  h4 {
    font-size: 0.875rem;
    font-weight: 500;
  }

  a {
    color: inherit;
    text-underline-offset: 0.15em;
  }

  a:focus-visible,
  [tabindex]:focus-visible {
    outline: 0.125rem solid rgb(var(--contrast-1300));
    outline-offset: 0.125rem;
    border-radius: 0.25rem;
  }

  .stack {
    display: grid;
    gap: 1rem;
    min-width: 0;
  }

  .asked {
    max-width: 40rem;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    min-width: 0;
  }

  .between {
    justify-content: space-between;
  }

  .quiet,
  .reference {
    color: rgb(var(--contrast-1100));
    font-size: 0.8125rem;
  }

  .words {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .surface {
    min-width: 0;
    padding: 1rem;
    border: 1px solid rgb(var(--contrast-400));
    border-radius: 0.5rem;
    background: var(--lime-elevated-surface-background-color, rgb(var(--contrast-100)));
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: 0.25rem;
    padding: 2.5rem 1rem;
    text-align: center;
  }

  .empty limel-icon {
    width: 2.5rem;
    color: rgb(var(--contrast-900));
  }

  limel-chip {
    --chip-max-width: 100%;
  }

  pre {
    overflow: auto;
    max-height: 24rem;
    padding: 0.75rem;
    border-radius: 0.25rem;
    background: rgb(var(--contrast-300));
    font-family: ui-monospace, monospace;
    font-size: 0.75rem;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: 0.75rem 1.5rem;
  }

  .facts dt {
    color: rgb(var(--contrast-1100));
    font-size: 0.8125rem;
  }

  .facts dd {
    overflow-wrap: anywhere;
  }

  limel-callout p {
    margin: 0;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** A table that becomes a list of cards where there is no room for its columns. */
export const tableStyles = css`
  .scroll {
    container-type: inline-size;
    min-width: 0;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th {
    padding: 0.5rem 0.75rem;
    text-align: left;
    font-weight: 500;
    font-size: 0.8125rem;
    color: rgb(var(--contrast-1100));
    white-space: nowrap;
  }

  td {
    padding: 0.5rem 0.75rem;
    vertical-align: top;
    overflow-wrap: anywhere;
    border-top: 1px solid rgb(var(--contrast-500));
  }

  tbody tr:hover {
    background: rgb(var(--contrast-200));
  }

  td.time {
    white-space: nowrap;
  }

  @container (max-width: 40rem) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tr {
      display: block;
      padding: 0.5rem 0;
      border-top: 1px solid rgb(var(--contrast-500));
    }

    td {
      display: flex;
      gap: 0.75rem;
      padding: 0.125rem 0.25rem;
      border: 0;
    }

    td::before {
      content: attr(data-label);
      flex: 0 0 6.5rem;
      color: rgb(var(--contrast-1100));
      font-size: 0.8125rem;
    }

    td:empty {
      display: none;
    }
  }
`;
