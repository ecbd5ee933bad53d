/** Whether events are applied; they are taken in all the same. */
export interface Processing {
  /** Who stopped it, when and why; null while nobody has. */
  paused(database: string): Promise<{ since: string; by: string; why: string } | null>;
  pause(database: string, at: string, by: string, why: string): Promise<void>;
  resume(database: string): Promise<void>;
}
