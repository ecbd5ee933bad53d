import { randomUUID } from 'node:crypto';
import type { EventType } from './event-type.ts';

/** One row of an invoice's log: something that has occurred. Rows are only ever added. */
export interface LoggedEvent {
  readonly publicId: string;
  readonly type: EventType;
  readonly date: Date;
  readonly content: string;
  readonly by: string;
}

export interface EventNote {
  readonly content?: string;
  readonly by?: string;
}

export function occurred(type: EventType, date: Date, note: EventNote = {}): LoggedEvent {
  return { publicId: randomUUID(), type, date, content: note.content ?? '', by: note.by ?? 'Billecta' };
}
