import type { Selectable } from 'kysely';
import type { ItemRecord, TaskRecord } from '../../services/ports/store/tasks.ts';
import type { Schema } from '../schema.ts';

export function toTask(row: Omit<Selectable<Schema['task']>, 'lime_database'>): TaskRecord {
  return {
    id: row.id,
    owner: row.owner,
    requestedBy: row.requested_by,
    origin: row.origin,
    command: row.command,
    reason: row.reason,
    comment: row.comment,
    until: row.until,
    changeEnd: row.change_end === 1,
    createdAt: row.created_at,
    authorizedAt: row.authorized_at,
    cancelledAt: row.cancelled_at,
    endedAt: row.ended_at,
  };
}

export function toItem(row: Selectable<Schema['task_item']>): ItemRecord {
  return {
    position: row.position,
    limeId: row.lime_id,
    actionPublicId: row.action_public_id,
    state: row.state,
    why: row.why,
    words: row.words,
    endedAt: row.ended_at,
  };
}
