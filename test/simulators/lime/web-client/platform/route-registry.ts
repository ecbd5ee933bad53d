/** Pages that packages bring: a path, whose `:parts` stand for anything, and the component that is shown there. */
export class RouteRegistry {
  readonly #routes: Array<{ pattern: RegExp; tag: string }> = [];

  registerRoute(path: string, tag: string): void {
    const pattern = path.replace(/:[^/]+/g, '[^/]+');
    this.#routes.push({ pattern: new RegExp(`^${pattern}/?$`), tag });
  }

  findComponent(path: string): string | undefined {
    return this.#routes.find(({ pattern }) => pattern.test(path))?.tag;
  }
}
