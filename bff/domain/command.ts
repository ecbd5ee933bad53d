/** The four commands, by the word that ends their URL. */
export const commands = ['dispute', 'cancel-dispute', 'pause', 'resume'] as const;
export type Command = (typeof commands)[number];

/** A value for each command. */
export const forEachCommand = <T>(toValue: (command: Command) => T): Record<Command, T> =>
  Object.fromEntries(commands.map((command) => [command, toValue(command)])) as Record<Command, T>;

/**
 * The state of a command: `accepted` by Billecta, `confirmed` by what Billecta says of the invoice afterwards,
 * `refused` by Billecta, `failed` when it certainly did not happen, `unknown` while the answer is lost and no read has
 * resolved it yet.
 */
export const commandStates = ['requested', 'accepted', 'confirmed', 'refused', 'failed', 'unknown'] as const;
export type CommandState = (typeof commandStates)[number];

/** The outcome that the record of a command has when it changed nothing, or only the end of a pause that was there. */
export const unchangedOutcomes = {
  none: 'The invoice was so already.',
  'end-changed': 'The pause was there already and has another end.',
} as const;

/** What a command has changed. */
export const commandEffects = ['changed', 'end-changed', 'none'] as const;
export type CommandEffect = (typeof commandEffects)[number];

/** Where a command came from: Lime's web client, an integrator, or a pause that ended. */
export const commandOrigins = ['lime', 'api', 'schedule'] as const;
export type CommandOrigin = (typeof commandOrigins)[number];

/** Why a debtor contests an invoice. */
export const disputeReasons = [
  'wrong-amount',
  'not-received',
  'already-paid',
  'quality',
  'wrong-recipient',
  'other',
] as const;
export type DisputeReason = (typeof disputeReasons)[number];

/** Whether comments of commands are written to Billecta as well, and who may read them there. */
export const commentPassings = ['off', 'private', 'debtor'] as const;
export type CommentPassing = (typeof commentPassings)[number];

/** Who may read a command's comment in Billecta; `unknown` while the answer is lost, and it is not sent again. */
export const commentSents = ['private', 'debtor', 'failed', 'unknown'] as const;
export type CommentSent = (typeof commentSents)[number];
