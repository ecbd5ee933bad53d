import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: 0.75rem;
    min-width: 0;
  }

  :host([hidden]) {
    display: none;
  }

  h3,
  p,
  blockquote {
    margin: 0;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.25rem 0 0.25rem 0.75rem;
    border-left: 0.1875rem solid rgb(var(--color-orange-default));
  }

  .notice.danger {
    border-color: rgb(var(--color-red-default));
  }

  .words {
    flex: 1 1 14rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }

  h3 {
    display: inline;
    font-size: inherit;
    font-weight: 500;
  }

  blockquote {
    white-space: pre-line;
  }

  /* Takes no room while it says nothing, but is there to be announced. */
  [role='status'] {
    justify-self: start;
  }

  [role='status']:not([tabindex]) {
    position: absolute;
  }

  time,
  [role='status'],
  .reference {
    font-size: 0.75rem;
    color: rgb(var(--contrast-1100));
  }

  time {
    margin-left: 0.25rem;
  }

  .fault {
    flex-basis: 100%;
  }

  [tabindex]:focus {
    outline: 2px solid rgb(var(--color-blue-default));
    outline-offset: 2px;
  }
`;
