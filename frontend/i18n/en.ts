import type { Text } from './text.ts';

/** The source of all texts: the other languages have exactly these keys. */
export const texts = {
  'chip.loading': 'Reading from Billecta…',
  'chip.unavailable': 'Status unavailable',
  'chip.not-synced': 'Not synced',
  'chip.sending': 'Sending…',
  'chip.checking': 'Checking with Billecta…',
  'chip.disputed': 'Disputed',
  'chip.paused': 'Paused',
  'chip.overdue': { one: '{count} day overdue', other: '{count} days overdue' },

  'stage.draft': 'Draft',
  'stage.attested': 'Attested',
  'stage.sent': 'Sent',
  'stage.reminded': 'Reminded',
  'stage.debt-collection': 'Debt collection',
  'stage.paid': 'Paid',
  'stage.credited': 'Credited',
  'stage.cancelled': 'Cancelled',
  'stage.manual': 'Manual handling',
  'stage.sold': 'Sold',
  'stage.unknown': 'Unknown stage',

  'freshness.line': 'As of {when}, {source}',
  'freshness.stale': 'As of {when}, {source}. This may be out of date.',
  'source.command': 'after a command',
  'source.webhook': 'reported by Billecta',
  'source.verified': 'from Billecta',
  'source.reconciliation': 'from the reconciliation',

  'card.heading': 'Invoice {number}',
  'card.heading.no-number': 'Invoice',
  'card.invoiced': 'Invoiced',
  'card.paid': 'Paid',
  'card.credited': 'Credited',
  'card.written-off': 'Written off',
  'card.left': 'Left to pay',
  'card.due': 'Due date',
  'card.disputed-since': 'Disputed since',
  'card.paused-since': 'Paused since',
  'card.resumed-on': 'Resumed on',
  'card.next-event': 'Next automatic event',
  'card.next-event.on': '{event}, {date}',
  'card.next-event.none': 'None planned',
  'card.next-event.stopped': 'None while collection is stopped',
  'card.actions': 'Commands',
  'card.loading': 'Reading the invoice from Billecta…',
  'card.failed': 'The invoice could not be read',
  'card.unsaved': 'Save the invoice first. Its status in Billecta is shown here once it exists.',

  'reason.not-synced':
    'This invoice is not synced with Billecta yet. Send it to Billecta first, and try again when it is there.',
  'reason.not-known-yet': 'This invoice has not been read from Billecta yet. Wait a moment, and try again.',
  'reason.already-disputed': 'This invoice is already disputed. Collection is stopped.',
  'reason.not-disputed': 'This invoice is not disputed, so there is no dispute to cancel.',
  'reason.already-paused': 'This invoice is already paused. Automatic events are stopped.',
  'reason.not-paused': 'This invoice is not paused, so there is nothing to resume.',
  'reason.draft': 'This invoice is still a draft in Billecta. Attest it first.',
  'reason.closed': 'This invoice is closed: it is paid, credited or cancelled, and nothing is collected.',
  'reason.in-debt-collection':
    'This invoice has gone to debt collection, where it cannot be stopped from here. Contact Billecta.',
  'reason.sold': 'This invoice is sold, and its new owner decides about collection. Contact Billecta.',
  'reason.billecta-says-no': 'Billecta does not allow this for the invoice as it is now.',

  'command.unsaved': 'Save the invoice first.',
  'command.unsettled': 'Invoice {number}: Billecta has the command, and we are checking what came of it.',
  'command.dispute.effect':
    'Reminders and debt collection stop at once, and stay stopped until the dispute is cancelled.',
  'command.cancel-dispute.effect':
    'All automatic events start again. If the invoice is overdue, its next step may be taken at once.',
  'command.pause.effect':
    'Reminders, debt collection and all other automatic events stop at once, until the invoice is resumed.',
  'command.resume.effect':
    'All automatic events start again. If the invoice is overdue, its next step may be taken at once.',
  'command.dispute.done': 'Invoice {number} is disputed. Collection has stopped.',
  'command.cancel-dispute.done':
    'The dispute of invoice {number} is cancelled. Collection has started again.',
  'command.pause.done': 'Invoice {number} is paused. Automatic events have stopped.',
  'command.resume.done': 'Invoice {number} is resumed. Automatic events have started again.',
  'command.dispute.already': 'Invoice {number} was already disputed.',
  'command.cancel-dispute.already': 'Invoice {number} was not disputed any more.',
  'command.pause.already': 'Invoice {number} was already paused.',
  'command.resume.already': 'Invoice {number} was not paused any more.',

  'dialog.left-to-pay': '{amount} left to pay',
  'dialog.due': 'due {date}',
  'dialog.reason': 'Reason',
  'dialog.comment': 'Comment',
  'dialog.until': 'Resume on (optional)',
  'dialog.until.help': 'Without a day, the pause lasts until somebody resumes the invoice.',
  'dialog.until.over': 'Choose a day after today.',
  'dialog.dismiss': 'Cancel',
  'dialog.dismiss.cancel-dispute': 'Keep dispute',
  'dispute-reason.none': 'No reason given',
  'dispute-reason.wrong-amount': 'Wrong amount',
  'dispute-reason.not-received': 'Goods or service not received',
  'dispute-reason.already-paid': 'Already paid',
  'dispute-reason.quality': 'Quality complaint',
  'dispute-reason.wrong-recipient': 'Wrong recipient',
  'dispute-reason.other': 'Other',

  'action.retry': 'Try again',
  'action.close': 'Close',

  'problem.heading': 'It did not work',
  'problem.heading.unsure': 'We do not know yet',
  'problem.request-id': 'Reference {requestId}',
  'problem.invalid-request': 'The request was not understood. Check what you have filled in, and try again.',
  'problem.not-json': 'The request was not understood. Reload the page, and try again.',
  'problem.too-large': 'The request was too large. Shorten the comment, and try again.',
  'problem.too-many-invoices': 'Too many invoices at a time. Select fewer, and try again.',
  'problem.unsupported-media-type': 'The request was not understood. Reload the page, and try again.',
  'problem.unauthenticated': 'You are not signed in to Lime any more. Sign in, and try again.',
  'problem.forbidden': 'You may not change this invoice in Lime.',
  'problem.cross-origin': 'The request did not come from Lime. Reload the page, and try again.',
  'problem.not-found': 'This invoice does not exist in Lime, or you may not see it.',
  'problem.method-not-allowed': 'This is not possible here. Reload the page and try again.',
  'problem.too-many-requests': 'Too many requests in a short time. Wait a moment and try again.',
  'problem.idempotency-key-reused':
    'This request was already used for something else. Reload the page and try again.',
  'problem.not-synced':
    'This invoice is not synced with Billecta yet. Send it to Billecta first, and try again when it is there.',
  'problem.not-allowed': 'This cannot be done with the invoice as it is now.',
  'problem.missing-in-billecta':
    'Billecta does not have this invoice. It may have been deleted there, or belong to another creditor.',
  'problem.billecta-refused': 'Billecta refused, without saying why.',
  'problem.billecta-refused.quoted': 'Billecta refused: “{message}”',
  'problem.billecta-unauthorized':
    'Billecta does not accept the integration’s credentials. Ask your administrator to check them.',
  'problem.billecta-operation-unconfirmed':
    'This command is not set up for your Billecta account yet. Ask your administrator.',
  'problem.billecta-unreachable': 'Billecta cannot be reached just now.',
  'problem.billecta-timeout': 'Billecta did not answer in time.',
  'problem.billecta-failed': 'Something went wrong in Billecta.',
  'problem.outcome.unknown': 'We are checking what happened…',
  'problem.outcome.none': 'Nothing was changed; try again in a while.',
  'problem.billecta-rate-limited': 'Billecta has too much to do just now. Try again in a minute.',
  'problem.lime-unreachable':
    'Lime could not be asked for the invoice. Nothing was changed; try again in a while.',
  'problem.lime-timeout': 'Lime did not answer in time. Nothing was changed; try again in a while.',
  'problem.lime-failed': 'Something went wrong in Lime. Nothing was changed; try again in a while.',
  'problem.lime-rate-limited': 'Lime has too much to do just now. Try again in a minute.',
  'problem.task-expired': 'It took more than a day to get here, so it was left alone. Try again.',
  'problem.storage-unavailable':
    'The integration cannot store anything just now. Nothing was changed; try again in a while.',
  'problem.internal':
    'Something went wrong in the integration. Try again, or give your administrator the reference.',
  'problem.network': 'The server cannot be reached. Check your connection, and try again.',
  'problem.timeout': 'The server did not answer in time. We are checking what happened…',
  'problem.unreadable':
    'The server gave an answer that is not ours. Try again in a while, or ask your administrator.',
} satisfies Record<string, Text>;

export type TextKey = keyof typeof texts;

/** All texts of one language. */
export type Texts = Record<TextKey, Text>;
