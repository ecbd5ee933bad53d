import type { ExpressionBuilder } from 'kysely';
import type { EventState } from '../../domain/event-state.ts';
import type { EventFilter } from '../../services/ports/store/inbox.ts';
import type { Schema } from '../schema.ts';
import { eventsOf, isSetAside } from './event-states.ts';

/** Whether the events in a state have an index of their own. */
const isOfFew = (state: EventState) => state !== 'pending' && state !== 'applied';

/** Whether an index leads to the events in these states, and to few others. */
export const areOfFew = (states: readonly EventState[] | undefined) => states?.every(isOfFew) ?? false;

/** Which events are meant, as a condition. */
export const matching = (filter: EventFilter) => (eb: ExpressionBuilder<Schema, 'inbox'>) =>
  eb.and([
    ...(filter.ids ? [eb('inbox.id', 'in', filter.ids)] : []),
    ...(filter.states ? [eb('inbox.state', 'in', filter.states)] : []),
    // The same condition again, so that its index is used.
    ...(areOfFew(filter.states) ? [isSetAside] : []),
    ...(filter.failing ? [eventsOf['failing-event']] : []),
    ...(filter.event === undefined ? [] : [eb('inbox.event', '=', filter.event)]),
    ...(filter.causes ? [eb('inbox.cause', 'in', filter.causes)] : []),
    ...(filter.creditor === undefined ? [] : [eb('inbox.creditor', '=', filter.creditor)]),
    ...(filter.subjects ? [eb('inbox.subject', 'in', filter.subjects)] : []),
    ...(filter.from === undefined ? [] : [eb('inbox.received_at', '>=', filter.from)]),
    ...(filter.to === undefined ? [] : [eb('inbox.received_at', '<', filter.to)]),
  ]);
