import { State } from './state.ts';

/** `state.configs`: the runtime configuration of packages that browsers may read. */
export class Configs extends State<Readonly<Record<string, unknown>>> {
  has(key: string): boolean {
    return key in this.current;
  }

  get(key: string): unknown {
    return this.current[key];
  }
}
