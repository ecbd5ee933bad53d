/** The four, in an order in which each can be carried out on an invoice that is sent. */
export const commandNames = ['dispute', 'cancel-dispute', 'pause', 'resume'] as const;
