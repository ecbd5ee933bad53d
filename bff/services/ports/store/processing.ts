/** Whether events are applied; they are accepted either way. */
export interface Processing {
  /** Who stopped it, when and why; null while processing runs. */
  paused(database: string): Promise<{ since: string; by: string; why: string } | null>;
  pause(database: string, at: string, by: string, why: string): Promise<void>;
  resume(database: string): Promise<void>;
}
