import type { CommandAudit } from './command-audit.ts';
import type { EventLog } from './event-log.ts';
import type { Failures } from './failures.ts';
import type { AdminObjects } from './objects.ts';
import type { ReceiverLogReader } from './receiver-log-reader.ts';
import type { Tallies } from './tallies.ts';

/** All that the panel asks of the database. */
export interface AdminStore {
  events: EventLog;
  objects: AdminObjects;
  failures: Failures;
  commands: CommandAudit;
  receiverLog: ReceiverLogReader;
  tallies: Tallies;
}
