import { css } from 'lit';
import { chipRowStyles } from '../invoice-status/chip-row.ts';

export const styles = [
  chipRowStyles,
  css`
    :host {
      display: flex;
      flex-direction: column;
      gap: 1rem;
      min-width: 0;
      container-type: inline-size;
      color: rgb(var(--contrast-1500));
      font-size: 0.875rem;
      line-height: 1.4;
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem 0.75rem;
    }

    h2,
    p,
    dl,
    dd {
      margin: 0;
    }

    h2 {
      font-size: 1.125rem;
      font-weight: 500;
      overflow-wrap: anywhere;
    }

    dl div {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1rem;
      padding: 0.25rem 0;
    }

    dt {
      color: rgb(var(--contrast-1100));
    }

    dd {
      margin-left: auto;
      text-align: right;
      font-variant-numeric: tabular-nums;
    }

    .total {
      border-top: 1px solid rgb(var(--contrast-700));
      font-weight: 500;
    }

    .total dt {
      color: inherit;
    }

    .freshness,
    .reason,
    .reference {
      font-size: 0.75rem;
      color: rgb(var(--contrast-1100));
    }

    .stale {
      color: rgb(var(--contrast-1500));
      border-left: 0.1875rem solid rgb(var(--color-orange-default));
      padding-left: 0.5rem;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    .skeleton {
      display: grid;
      gap: 0.75rem;
    }

    .bar {
      height: 0.875rem;
      border-radius: 0.25rem;
      background-color: rgb(var(--contrast-600));
      animation: breathe 1.6s ease-in-out infinite alternate;
    }

    .bar.heading {
      width: 40%;
      height: 1.25rem;
    }

    @keyframes breathe {
      to {
        opacity: 0.4;
      }
    }

    @media (prefers-reduced-motion) {
      .bar {
        animation: none;
      }
    }

    @container (min-width: 36rem) {
      dl {
        max-width: 30rem;
      }
    }
  `,
];
