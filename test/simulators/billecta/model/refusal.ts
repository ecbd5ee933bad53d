/** Billecta says no to what was asked; the message is Swedish, as Billecta's are (facts 3.1). */
export class Refusal extends Error {}

/** What was asked about does not exist. */
export class NotFound extends Refusal {}
