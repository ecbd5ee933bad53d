import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fitting } from './fitting.ts';

/** Told between layout and paint, for all rows of the page together: none moves, and the page is laid out once. */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) measures.get(target)?.();
});
const measures = new WeakMap<Element, () => void>();

/** How many chips fit into a row of one line; measured when the row's width or its words change. */
export class FitController implements ReactiveController {
  /** Endless while all fit, and until they are measured. */
  count = Number.POSITIVE_INFINITY;
  #row: Element | undefined;
  #words = '';

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.follow(null, '');
  }

  /** Call after each update. @param words - what the chips say */
  follow(row: Element | null, words: string): void {
    if (row === (this.#row ?? null) && words === this.#words) return;
    if (this.#row) observer.unobserve(this.#row);
    this.#row = row ?? undefined;
    this.#words = words;
    if (!row) return;
    measures.set(row, () => this.#measure(row));
    observer.observe(row);
  }

  #measure(row: Element): void {
    const widths = [...row.querySelectorAll('[data-chip]')].map(naturalWidth);
    if (row.clientWidth === 0) return;
    const fit = fitting(widths, row.clientWidth, row.clientHeight);
    const count = fit < widths.length ? fit : Number.POSITIVE_INFINITY;
    if (count === this.count) return;
    this.count = count;
    this.host.requestUpdate();
  }
}

/** Also of a chip that is cut off now. */
function naturalWidth(chip: Element): number {
  const text = chip.querySelector('.text');
  const cut = text ? text.scrollWidth - text.clientWidth : 0;
  return chip.getBoundingClientRect().width + cut;
}
