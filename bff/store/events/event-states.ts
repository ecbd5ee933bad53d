import { sql } from 'kysely';
import type { EventState } from '../../domain/event-state.ts';
import type { FailureKind } from '../../services/ports/store/admin/failures.ts';

/** As text in the statement, so that the partial indexes on it are used. */
export const pending = sql.lit<EventState>('pending');

/** What the index of the events that are neither waiting nor applied is made on, word for word. */
export const isSetAside = sql<boolean>`state not in ('pending', 'applied')`;

/** A state, as text in the statement. */
export const stateIs = (state: EventState) => sql<boolean>`state = ${sql.lit(state)}`;

/** The condition of the index of blocking events, word for word. */
export const isHoldingUp = sql<boolean>`state = 'pending' and (attempts > 0 or lease_token is not null)`;

/** The events of a kind of failure. */
export const eventsOf = {
  event: sql<boolean>`${isSetAside} and ${stateIs('dead')}`,
  'unreadable-event': sql<boolean>`${isSetAside} and ${stateIs('unreadable')}`,
  'failing-event': sql<boolean>`${isHoldingUp} and attempts > 0`,
} satisfies Partial<Record<FailureKind, ReturnType<typeof stateIs>>>;
