import type { EventDispatcher } from './event-dispatcher.ts';

/** A place in the client; `path` begins after `/client`. */
export interface Location {
  path: string;
  query?: Record<string, string>;
}

/** Moves the client to another page without loading it anew. */
export class Navigator {
  constructor(
    private readonly basePath: string,
    private readonly events: EventDispatcher,
  ) {
    window.addEventListener('popstate', () => this.#tell());
  }

  navigate(to: string | Location, query?: Record<string, string>): void {
    const location = typeof to === 'string' ? { path: to, ...(query && { query }) } : to;
    const url = this.createUrl(location);
    // Lime Admin is an application of its own: there is no way to a client page but loading it.
    if (this.#inClient()) {
      history.pushState(null, '', url);
      this.#tell();
    } else {
      window.location.assign(url);
    }
  }

  getLocation(): Location {
    const path = window.location.pathname.slice(`${this.basePath}/client`.length);
    return { path, query: Object.fromEntries(new URLSearchParams(window.location.search)) };
  }

  createUrl({ path, query = {} }: Location): string {
    const search = new URLSearchParams(query);
    return `${this.basePath}/client${path}${search.size > 0 ? `?${search}` : ''}`;
  }

  #inClient(): boolean {
    return window.location.pathname.startsWith(`${this.basePath}/client`);
  }

  #tell(): void {
    this.events.dispatch('navigate', this.getLocation());
  }
}
