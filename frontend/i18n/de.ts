import type { Texts } from './en.ts';

export const texts: Texts = {
  'chip.loading': 'Wird aus Billecta gelesen…',
  'chip.unavailable': 'Status nicht verfügbar',
  'chip.not-synced': 'Nicht synchronisiert',
  'chip.sending': 'Wird gesendet…',
  'chip.checking': 'Wird mit Billecta geprüft…',
  'chip.disputed': 'Bestritten',
  'chip.paused': 'Pausiert',
  'chip.overdue': { one: '{count} Tag überfällig', other: '{count} Tage überfällig' },

  'stage.draft': 'Entwurf',
  'stage.attested': 'Freigegeben',
  'stage.sent': 'Versendet',
  'stage.reminded': 'Gemahnt',
  'stage.debt-collection': 'Inkasso',
  'stage.paid': 'Bezahlt',
  'stage.credited': 'Gutgeschrieben',
  'stage.cancelled': 'Storniert',
  'stage.manual': 'Manuelle Bearbeitung',
  'stage.sold': 'Verkauft',
  'stage.unknown': 'Unbekannter Stand',

  'freshness.line': 'Stand {when}, {source}',
  'freshness.stale': 'Stand {when}, {source}. Die Angabe kann veraltet sein.',
  'source.command': 'nach einem Befehl',
  'source.webhook': 'von Billecta gemeldet',
  'source.verified': 'aus Billecta',
  'source.reconciliation': 'aus dem Abgleich',

  'card.heading': 'Rechnung {number}',
  'card.heading.no-number': 'Rechnung',
  'card.invoiced': 'Berechnet',
  'card.paid': 'Bezahlt',
  'card.credited': 'Gutgeschrieben',
  'card.written-off': 'Ausgebucht',
  'card.left': 'Offener Betrag',
  'card.due': 'Fälligkeitsdatum',
  'card.disputed-since': 'Bestritten seit',
  'card.paused-since': 'Pausiert seit',
  'card.resumed-on': 'Wird fortgesetzt am',
  'card.next-event': 'Nächstes automatisches Ereignis',
  'card.next-event.on': '{event}, {date}',
  'card.next-event.none': 'Keines geplant',
  'card.next-event.stopped': 'Keines, solange die Beitreibung gestoppt ist',
  'card.actions': 'Befehle',
  'card.loading': 'Die Rechnung wird aus Billecta gelesen…',
  'card.failed': 'Die Rechnung konnte nicht gelesen werden',
  'card.unsaved':
    'Speichern Sie die Rechnung zuerst. Ihr Status in Billecta wird hier angezeigt, sobald es sie gibt.',

  'reason.not-synced':
    'Die Rechnung ist noch nicht mit Billecta synchronisiert. Senden Sie sie zuerst an Billecta und versuchen Sie es erneut, wenn sie dort ist.',
  'reason.not-known-yet':
    'Die Rechnung wurde noch nicht aus Billecta gelesen. Warten Sie einen Moment und versuchen Sie es erneut.',
  'reason.already-disputed': 'Die Rechnung ist bereits bestritten. Die Beitreibung ist gestoppt.',
  'reason.not-disputed': 'Die Rechnung ist nicht bestritten, es gibt also keine Bestreitung aufzuheben.',
  'reason.already-paused': 'Die Rechnung ist bereits pausiert. Automatische Ereignisse sind gestoppt.',
  'reason.not-paused': 'Die Rechnung ist nicht pausiert, es gibt also nichts fortzusetzen.',
  'reason.draft': 'Die Rechnung ist in Billecta noch ein Entwurf. Geben Sie sie zuerst frei.',
  'reason.closed':
    'Die Rechnung ist abgeschlossen: bezahlt, gutgeschrieben oder storniert, und es wird nichts beigetrieben.',
  'reason.in-debt-collection':
    'Die Rechnung ist im Inkasso und kann von hier aus nicht gestoppt werden. Wenden Sie sich an Billecta.',
  'reason.sold':
    'Die Rechnung ist verkauft, und der neue Inhaber entscheidet über die Beitreibung. Wenden Sie sich an Billecta.',
  'reason.billecta-says-no': 'Billecta lässt dies für die Rechnung in ihrem jetzigen Stand nicht zu.',

  'command.unsaved': 'Speichern Sie die Rechnung zuerst.',
  'command.unsettled': 'Rechnung {number}: Billecta hat den Befehl erhalten, und wir prüfen das Ergebnis.',
  'command.dispute.effect':
    'Mahnungen und Inkasso werden sofort gestoppt und bleiben es, bis die Bestreitung aufgehoben wird.',
  'command.cancel-dispute.effect':
    'Alle automatischen Ereignisse laufen wieder an. Ist die Rechnung überfällig, kann der nächste Schritt sofort folgen.',
  'command.pause.effect':
    'Mahnungen, Inkasso und alle anderen automatischen Ereignisse werden sofort gestoppt, bis die Rechnung fortgesetzt wird.',
  'command.resume.effect':
    'Alle automatischen Ereignisse laufen wieder an. Ist die Rechnung überfällig, kann der nächste Schritt sofort folgen.',
  'command.dispute.done': 'Rechnung {number} ist bestritten. Die Beitreibung ist gestoppt.',
  'command.cancel-dispute.done':
    'Die Bestreitung von Rechnung {number} ist aufgehoben. Die Beitreibung läuft wieder.',
  'command.pause.done': 'Rechnung {number} ist pausiert. Automatische Ereignisse sind gestoppt.',
  'command.resume.done': 'Rechnung {number} wird fortgesetzt. Automatische Ereignisse laufen wieder.',
  'command.dispute.already': 'Rechnung {number} war bereits bestritten.',
  'command.cancel-dispute.already': 'Rechnung {number} war nicht mehr bestritten.',
  'command.pause.already': 'Rechnung {number} war bereits pausiert.',
  'command.resume.already': 'Rechnung {number} war nicht mehr pausiert.',

  'dialog.left-to-pay': '{amount} offen',
  'dialog.due': 'fällig am {date}',
  'dialog.reason': 'Grund',
  'dialog.comment': 'Kommentar',
  'dialog.until': 'Fortsetzen am (optional)',
  'dialog.until.help': 'Ohne Datum gilt die Pause, bis jemand die Rechnung fortsetzt.',
  'dialog.until.over': 'Wählen Sie einen Tag nach heute.',
  'dialog.dismiss': 'Abbrechen',
  'dialog.dismiss.cancel-dispute': 'Bestreitung beibehalten',
  'dispute-reason.none': 'Kein Grund angegeben',
  'dispute-reason.wrong-amount': 'Falscher Betrag',
  'dispute-reason.not-received': 'Ware oder Leistung nicht erhalten',
  'dispute-reason.already-paid': 'Bereits bezahlt',
  'dispute-reason.quality': 'Qualitätsmangel',
  'dispute-reason.wrong-recipient': 'Falscher Empfänger',
  'dispute-reason.other': 'Sonstiges',

  'action.retry': 'Erneut versuchen',
  'action.close': 'Schließen',

  'problem.heading': 'Es hat nicht geklappt',
  'problem.heading.unsure': 'Wir wissen es noch nicht',
  'problem.request-id': 'Referenz {requestId}',
  'problem.invalid-request':
    'Die Anfrage wurde nicht verstanden. Prüfen Sie Ihre Angaben und versuchen Sie es erneut.',
  'problem.not-json':
    'Die Anfrage wurde nicht verstanden. Laden Sie die Seite neu und versuchen Sie es erneut.',
  'problem.too-large': 'Die Anfrage war zu groß. Kürzen Sie den Kommentar und versuchen Sie es erneut.',
  'problem.unsupported-media-type':
    'Die Anfrage wurde nicht verstanden. Laden Sie die Seite neu und versuchen Sie es erneut.',
  'problem.unauthenticated':
    'Sie sind nicht mehr bei Lime angemeldet. Melden Sie sich an und versuchen Sie es erneut.',
  'problem.forbidden': 'Sie dürfen diese Rechnung in Lime nicht ändern.',
  'problem.cross-origin':
    'Die Anfrage kam nicht aus Lime. Laden Sie die Seite neu und versuchen Sie es erneut.',
  'problem.not-found': 'Die Rechnung gibt es in Lime nicht, oder Sie dürfen sie nicht sehen.',
  'problem.method-not-allowed':
    'Das ist hier nicht möglich. Laden Sie die Seite neu und versuchen Sie es erneut.',
  'problem.too-many-requests':
    'Zu viele Anfragen in kurzer Zeit. Warten Sie einen Moment und versuchen Sie es erneut.',
  'problem.idempotency-key-reused':
    'Die Anfrage wurde bereits für etwas anderes verwendet. Laden Sie die Seite neu und versuchen Sie es erneut.',
  'problem.not-synced':
    'Die Rechnung ist noch nicht mit Billecta synchronisiert. Senden Sie sie zuerst an Billecta und versuchen Sie es erneut, wenn sie dort ist.',
  'problem.not-allowed': 'Das ist mit der Rechnung in ihrem jetzigen Stand nicht möglich.',
  'problem.missing-in-billecta':
    'Billecta hat diese Rechnung nicht. Sie kann dort gelöscht worden sein oder einem anderen Gläubiger gehören.',
  'problem.billecta-refused': 'Billecta hat abgelehnt, ohne einen Grund zu nennen.',
  'problem.billecta-refused.quoted': 'Billecta hat abgelehnt: „{message}“',
  'problem.billecta-unauthorized':
    'Billecta akzeptiert die Anmeldung der Integration nicht. Bitten Sie die Administration, sie zu prüfen.',
  'problem.billecta-operation-unconfirmed':
    'Der Befehl ist für Ihr Billecta-Konto noch nicht eingerichtet. Fragen Sie die Administration.',
  'problem.billecta-unreachable': 'Billecta ist im Moment nicht erreichbar.',
  'problem.billecta-timeout': 'Billecta hat nicht rechtzeitig geantwortet.',
  'problem.billecta-failed': 'In Billecta ist etwas schiefgegangen.',
  'problem.outcome.unknown': 'Wir prüfen, was geschehen ist…',
  'problem.outcome.none': 'Es wurde nichts geändert; versuchen Sie es später erneut.',
  'problem.billecta-rate-limited':
    'Billecta ist im Moment überlastet. Versuchen Sie es in einer Minute erneut.',
  'problem.lime-unreachable':
    'Lime konnte nicht nach der Rechnung gefragt werden. Es wurde nichts geändert; versuchen Sie es später erneut.',
  'problem.lime-timeout':
    'Lime hat nicht rechtzeitig geantwortet. Es wurde nichts geändert; versuchen Sie es später erneut.',
  'problem.lime-failed':
    'In Lime ist etwas schiefgegangen. Es wurde nichts geändert; versuchen Sie es später erneut.',
  'problem.lime-rate-limited': 'Lime ist im Moment überlastet. Versuchen Sie es in einer Minute erneut.',
  'problem.storage-unavailable':
    'Die Integration kann im Moment nichts speichern. Es wurde nichts geändert; versuchen Sie es später erneut.',
  'problem.internal':
    'In der Integration ist etwas schiefgegangen. Versuchen Sie es erneut oder nennen Sie der Administration die Referenz.',
  'problem.network':
    'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'problem.timeout': 'Der Server hat nicht rechtzeitig geantwortet. Wir prüfen, was geschehen ist…',
  'problem.unreadable':
    'Der Server gab eine Antwort, die nicht von uns ist. Versuchen Sie es später erneut oder fragen Sie die Administration.',
};
