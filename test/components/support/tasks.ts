import type { Task, TaskCount, TaskItem } from '../../../bff/contract/task.ts';

/** 12 of 15 can be disputed. */
export function aCount(changes: Partial<TaskCount> = {}): TaskCount {
  return {
    total: 15,
    allowed: 12,
    notAllowed: [
      { reason: 'not-synced', count: 2 },
      { reason: 'closed', count: 1 },
    ],
    hidden: 0,
    ...changes,
  };
}

/** A dispute of 15 invoices, four of them done. */
export function runningTask(changes: Partial<Task> = {}): Task {
  return {
    id: 't1',
    command: 'dispute',
    state: 'running',
    total: 15,
    counts: { waiting: 11, done: 4, unchanged: 0, refused: 0, failed: 0, cancelled: 0 },
    whys: [],
    createdAt: '2026-11-24T10:00:00.000Z',
    endedAt: null,
    reason: null,
    comment: null,
    until: null,
    items: [],
    next: null,
    ...changes,
  };
}

/** The same when it has ended, two invoices refused, and two failed because Billecta refused them. */
export function endedTask(changes: Partial<Task> = {}): Task {
  return runningTask({
    state: 'finished',
    counts: { waiting: 0, done: 10, unchanged: 1, refused: 2, failed: 2, cancelled: 0 },
    whys: [
      { outcome: 'refused', reason: 'not-synced', count: 2 },
      { outcome: 'failed', code: 'billecta-refused', count: 2 },
    ],
    items: [
      anItem({ position: 0, limeId: 1001, invoiceNumber: null, outcome: 'refused', reason: 'not-synced' }),
      anItem({ position: 1, limeId: 1002, invoiceNumber: null, outcome: 'refused', reason: 'not-synced' }),
      failedItem({ position: 2, invoiceNumber: '70003' }),
      failedItem({ position: 3, invoiceNumber: '70004' }),
    ],
    endedAt: '2026-11-24T10:01:00.000Z',
    ...changes,
  });
}

export function failedItem(changes: Partial<TaskItem> = {}): TaskItem {
  return anItem({
    outcome: 'failed',
    code: 'billecta-refused',
    billectaMessage: 'Fakturan är låst',
    ...changes,
  });
}

function anItem(changes: Partial<TaskItem>): TaskItem {
  return {
    position: 0,
    limeId: 1000,
    name: null,
    current: null,
    actionPublicId: null,
    invoiceNumber: '70001',
    outcome: 'done',
    endedAt: '2026-11-24T10:00:30.000Z',
    ...changes,
  };
}
