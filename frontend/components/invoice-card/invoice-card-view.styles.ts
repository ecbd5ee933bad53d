import { css } from 'lit';
import { chipRowStyles } from '../invoice-status/chip-row.ts';

export const styles = [
  chipRowStyles,
  css`
    :host {
      display: block;
      min-width: 0;
      container-type: inline-size;
      color: rgb(var(--contrast-1500));
      font-size: 0.875rem;
      line-height: 1.4;
    }

    :host > *,
    .skeleton > * {
      margin: 0 0 1rem;
    }

    :host > :last-child,
    .skeleton > :last-child {
      margin-bottom: 0;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem 0.75rem;
      min-height: 1.75rem;
    }

    .processing {
      display: flex;
      gap: 0.5rem;
      padding: 0.5rem 0.75rem;
      border-left: 0.1875rem solid rgb(var(--color-amber-default));
      overflow-wrap: anywhere;
    }

    .processing limel-icon {
      flex-shrink: 0;
    }

    h2,
    p,
    dl,
    dd {
      margin: 0;
    }

    .heading {
      font-size: 1.125rem;
      font-weight: 500;
      overflow-wrap: anywhere;
    }

    .facts {
      display: grid;
      gap: 1rem 3rem;
    }

    dl div,
    .row {
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
      overflow-wrap: anywhere;
    }

    .total {
      border-top: 1px solid rgb(var(--contrast-700));
      font-weight: 500;
    }

    .total dt {
      color: inherit;
    }

    .detail {
      display: block;
    }

    .detail,
    .freshness,
    .reason,
    .reference {
      font-size: 0.75rem;
      color: rgb(var(--contrast-1100));
    }

    .stale.freshness {
      color: rgb(var(--contrast-1500));
      border-left: 0.1875rem solid rgb(var(--color-orange-default));
      padding-left: 0.5rem;
    }

    .lost {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.25rem 1rem;
      padding: 0.25rem 0 0.25rem 0.5rem;
      border-left: 0.1875rem solid rgb(var(--color-orange-default));
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }

    .actions + .reason,
    .reason + .reason {
      margin-top: -0.5rem;
    }

    .bar {
      width: 100%;
      border-radius: 0.25rem;
      background-color: rgb(var(--contrast-500));
      animation: breathe 1.6s ease-in-out infinite alternate;
    }

    .heading .bar {
      display: inline-block;
      width: 9rem;
    }

    .bar.pill {
      width: 5rem;
      height: 1.5rem;
      border-radius: 1.5rem;
    }

    .bar.button {
      width: 9rem;
      height: 2.25rem;
      border-radius: 0.5rem;
    }

    .freshness .bar {
      display: inline-block;
      width: 12rem;
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

    @container (min-width: 40rem) {
      .facts {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
  `,
];
