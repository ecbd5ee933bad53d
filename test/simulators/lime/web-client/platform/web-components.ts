/** 7.x registry of components that pickers in Lime Admin offer. Its `register` arguments are not known. */
export class WebComponentRegistry {
  readonly #registered: unknown[][] = [];

  register(...registration: unknown[]): void {
    this.#registered.push(registration);
  }

  getAll(): unknown[][] {
    return [...this.#registered];
  }
}
