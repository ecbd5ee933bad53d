import type { AdminStore } from '../../services/ports/store/admin/admin-store.ts';
import type { OpenDatabase } from '../dialect.ts';
import { withStorageFaults } from '../with-storage-faults.ts';
import { commandAudit } from './command-audit.ts';
import { eventLog } from './event-log.ts';
import { failures } from './failures.ts';
import { adminObjects } from './objects.ts';
import { receiverLogReader } from './receiver-log-reader.ts';
import { tallies } from './tallies.ts';

/** All that the panel asks of the database. */
export const adminStore = ({ db, dialect, relaxedTransaction }: OpenDatabase): AdminStore => ({
  events: withStorageFaults(eventLog(db, dialect), dialect),
  objects: withStorageFaults(adminObjects(db, dialect), dialect),
  failures: withStorageFaults(failures(db), dialect),
  commands: withStorageFaults(commandAudit(db, dialect), dialect),
  receiverLog: withStorageFaults(receiverLogReader(db), dialect),
  tallies: withStorageFaults(tallies(db, relaxedTransaction), dialect),
});
