/** Lime's service container, as packages see it (LimeWebComponentPlatform, facts 2.3). */
export interface Platform {
  type: 'LimeCRMWebClient' | 'LimeCRMWebAdminClient';
  get(name: string): unknown;
  has(name: string): boolean;
  register(name: string, service: unknown): void;
}

/** Which object a component appears at; all null where there is none. */
export interface Context {
  limetype: string | null;
  id: number | null;
}

export const noContext: Context = { limetype: null, id: null };

/** @throws from `get` for a service that nobody registered */
export class ServicePlatform implements Platform {
  readonly #services = new Map<string, unknown>();

  constructor(readonly type: Platform['type']) {}

  get(name: string): unknown {
    if (!this.has(name)) throw new Error(`Service "${name}" is not registered on the platform`);
    return this.#services.get(name);
  }

  has(name: string): boolean {
    return this.#services.has(name);
  }

  register(name: string, service: unknown): void {
    this.#services.set(name, service);
  }
}
