import type { CommandLog } from './command-audit.ts';
import type { EventLog } from './event-log.ts';
import type { Failures } from './failures.ts';
import type { PanelObjects } from './objects.ts';
import type { Doorways } from './receiver-log-reader.ts';
import type { Tallies } from './tallies.ts';

/** All that the panel asks of the database. */
export interface PanelStore {
  events: EventLog;
  objects: PanelObjects;
  failures: Failures;
  commands: CommandLog;
  doors: Doorways;
  tallies: Tallies;
}
