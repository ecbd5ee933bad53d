import type { PanelStore } from '../../services/ports/store/admin/admin-store.ts';
import type { OpenDatabase } from '../dialect.ts';
import { tellingFaults } from '../with-storage-faults.ts';
import { commandLog } from './command-audit.ts';
import { eventLog } from './event-log.ts';
import { failures } from './failures.ts';
import { panelObjects } from './objects.ts';
import { doorways } from './receiver-log-reader.ts';
import { tallies } from './tallies.ts';

/** All that the panel asks of the database. */
export const panelStore = ({ db, dialect, derived }: OpenDatabase): PanelStore => ({
  events: tellingFaults(eventLog(db, dialect), dialect),
  objects: tellingFaults(panelObjects(db, dialect), dialect),
  failures: tellingFaults(failures(db, dialect), dialect),
  commands: tellingFaults(commandLog(db, dialect), dialect),
  doors: tellingFaults(doorways(db), dialect),
  tallies: tellingFaults(tallies(db, derived), dialect),
});
