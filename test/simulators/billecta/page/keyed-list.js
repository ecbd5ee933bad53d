import { element, replaceChildren } from './element.js';

/**
 * Keeps the children of a parent as a list says. A child is made anew only when its item has changed, so that nobody's
 * click or choice goes astray.
 */
export class KeyedList {
  #shown = new Map();

  /** @param tag of the children, @param key of an item */
  constructor(parent, tag, key) {
    this.parent = parent;
    this.tag = tag;
    this.key = key;
  }

  /** @param fill makes the children of an item's element */
  show(items, fill) {
    const keys = new Set(items.map((item) => item[this.key]));
    for (const [key, { made }] of this.#shown) {
      if (keys.has(key)) continue;
      made.remove();
      this.#shown.delete(key);
    }
    items.forEach((item, index) => {
      const text = JSON.stringify(item);
      const before = this.#shown.get(item[this.key]);
      const made = before?.made ?? element(this.tag);
      if (this.parent.children[index] !== made) this.parent.insertBefore(made, this.parent.children[index]);
      if (before?.text === text) return;
      replaceChildren(made, fill(item, made));
      this.#shown.set(item[this.key], { text, made });
    });
  }
}
