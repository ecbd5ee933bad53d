/** Which list of Billecta's is compared: the open invoices, or those closed lately. */
export const reconciliationKinds = ['open', 'closed'] as const;
export type ReconciliationKind = (typeof reconciliationKinds)[number];

/**
 * `interrupted` while the process that carried it out is gone; another resumes it within a minute or two, under the
 * same id. `failed` when a creditor's list could not be read; the next run comes as planned.
 */
export const runStates = ['running', 'interrupted', 'finished', 'failed'] as const;
export type RunState = (typeof runStates)[number];

/** The progress of a run with one creditor. */
export const creditorStates = ['waiting', 'running', 'done', 'failed'] as const;
export type CreditorState = (typeof creditorStates)[number];
