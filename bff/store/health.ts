import { sql } from 'kysely';
import type { Store } from '../services/ports/store/store.ts';
import type { OpenDatabase } from './dialect.ts';
import { explain } from './start-fault.ts';

/** Letters that a try writes: a row; and as much as a webhook may have, while something has been refused. */
const few = 1_000;
const many = 256_000;

/** Records the database's refusals, and reports whether it can be used. */
export function storeHealth(opened: OpenDatabase): {
  /** The same database, whose faults are heard. */
  database: OpenDatabase;
  health: Pick<Store, 'ready' | 'writable'>;
} {
  const { db, dialect } = opened;
  let damage: Error | undefined;
  let refused = false;
  const hear = (error: Error & { code?: unknown }) => {
    refused = true;
    if (isDamage(error)) damage ??= error;
  };
  const asking = async (ask: () => Promise<unknown>) => {
    try {
      // Damage in one place may leave others readable; the database stays damaged.
      if (damage) throw damage;
      opened.look();
      await ask();
    } catch (error) {
      hear(error as Error);
      throw Object.assign(new Error(explain(error).why, { cause: error }), { remedy: explain(error).remedy });
    }
  };
  return {
    database: {
      ...opened,
      // An event that is acknowledged after damage might never be found again.
      accept: (deliveries) => (damage ? Promise.reject(damage) : opened.accept(deliveries)),
      dialect: {
        ...dialect,
        isPassing(error) {
          const passing = dialect.isPassing(error);
          if (passing) hear(error);
          return passing;
        },
      },
    },
    health: {
      ready: () => asking(() => (refused ? write(many) : sql`select id from storage_check`.execute(db))),
      writable: () => asking(() => write(refused ? many : few)),
    },
  };

  async function write(letters: number): Promise<void> {
    const filling = 'x'.repeat(letters);
    await sql`insert into storage_check (id, filling) values (1, ${filling})
      on conflict (id) do update set filling = excluded.filling`.execute(db);
    refused = false;
  }
}

const isDamage = ({ code }: { code?: unknown }) => /^(SQLITE_(CORRUPT|NOTADB)|XX00[12])/.test(String(code));
