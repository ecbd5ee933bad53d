import type { Texts } from './en.ts';

export const texts: Texts = {
  'chip.loading': 'Lezen uit Billecta…',
  'chip.unavailable': 'Status niet beschikbaar',
  'chip.not-synced': 'Niet gesynchroniseerd',
  'chip.sending': 'Verzenden…',
  'chip.checking': 'Controleren bij Billecta…',
  'chip.disputed': 'Betwist',
  'chip.paused': 'Gepauzeerd',
  'chip.overdue': { one: '{count} dag te laat', other: '{count} dagen te laat' },

  'stage.draft': 'Concept',
  'stage.attested': 'Goedgekeurd',
  'stage.sent': 'Verzonden',
  'stage.reminded': 'Aangemaand',
  'stage.debt-collection': 'Incasso',
  'stage.paid': 'Betaald',
  'stage.credited': 'Gecrediteerd',
  'stage.cancelled': 'Geannuleerd',
  'stage.manual': 'Handmatige afhandeling',
  'stage.sold': 'Verkocht',
  'stage.unknown': 'Onbekende stand',

  'freshness.line': 'Bijgewerkt {when}, {source}',
  'freshness.stale': 'Bijgewerkt {when}, {source}. Dit kan verouderd zijn.',
  'source.command': 'na een opdracht',
  'source.webhook': 'gemeld door Billecta',
  'source.verified': 'uit Billecta',
  'source.reconciliation': 'uit de afstemming',

  'card.heading': 'Factuur {number}',
  'card.heading.no-number': 'Factuur',
  'card.invoiced': 'Gefactureerd',
  'card.paid': 'Betaald',
  'card.credited': 'Gecrediteerd',
  'card.written-off': 'Afgeschreven',
  'card.left': 'Nog te betalen',
  'card.due': 'Vervaldatum',
  'card.disputed-since': 'Betwist sinds',
  'card.paused-since': 'Gepauzeerd sinds',
  'card.resumed-on': 'Wordt hervat op',
  'card.next-event': 'Volgende automatische gebeurtenis',
  'card.next-event.on': '{event}, {date}',
  'card.next-event.none': 'Geen gepland',
  'card.next-event.stopped': 'Geen zolang de inning is gestopt',
  'card.actions': 'Opdrachten',
  'card.loading': 'De factuur wordt uit Billecta gelezen…',
  'card.failed': 'De factuur kon niet worden gelezen',
  'card.unsaved': 'Sla de factuur eerst op. De status in Billecta verschijnt hier zodra deze bestaat.',

  'reason.not-synced':
    'De factuur is nog niet met Billecta gesynchroniseerd. Stuur deze eerst naar Billecta en probeer het opnieuw als deze daar is.',
  'reason.not-known-yet': 'De factuur is nog niet uit Billecta gelezen. Wacht even en probeer het opnieuw.',
  'reason.already-disputed': 'De factuur is al betwist. De inning is gestopt.',
  'reason.not-disputed': 'De factuur is niet betwist, dus er is geen betwisting om op te heffen.',
  'reason.already-paused': 'De factuur is al gepauzeerd. Automatische gebeurtenissen zijn gestopt.',
  'reason.not-paused': 'De factuur is niet gepauzeerd, dus er is niets om te hervatten.',
  'reason.draft': 'De factuur is in Billecta nog een concept. Keur deze eerst goed.',
  'reason.closed': 'De factuur is afgesloten: betaald, gecrediteerd of geannuleerd, en er wordt niets geïnd.',
  'reason.in-debt-collection':
    'De factuur is naar incasso gegaan en kan hier niet worden gestopt. Neem contact op met Billecta.',
  'reason.sold':
    'De factuur is verkocht en de nieuwe eigenaar beslist over de inning. Neem contact op met Billecta.',
  'reason.billecta-says-no': 'Billecta staat dit niet toe voor de factuur zoals deze nu is.',

  'command.unsaved': 'Sla de factuur eerst op.',
  'command.unsettled':
    'Factuur {number}: Billecta heeft de opdracht ontvangen en we controleren wat ervan is gekomen.',
  'command.dispute.effect':
    'Aanmaningen en incasso stoppen direct en blijven gestopt tot de betwisting wordt opgeheven.',
  'command.cancel-dispute.effect':
    'Alle automatische gebeurtenissen starten weer. Is de factuur vervallen, dan kan de volgende stap direct volgen.',
  'command.pause.effect':
    'Aanmaningen, incasso en alle andere automatische gebeurtenissen stoppen direct, tot de factuur wordt hervat.',
  'command.resume.effect':
    'Alle automatische gebeurtenissen starten weer. Is de factuur vervallen, dan kan de volgende stap direct volgen.',
  'command.dispute.done': 'Factuur {number} is betwist. De inning is gestopt.',
  'command.cancel-dispute.done':
    'De betwisting van factuur {number} is opgeheven. De inning is weer gestart.',
  'command.pause.done': 'Factuur {number} is gepauzeerd. Automatische gebeurtenissen zijn gestopt.',
  'command.resume.done': 'Factuur {number} is hervat. Automatische gebeurtenissen zijn weer gestart.',
  'command.dispute.already': 'Factuur {number} was al betwist.',
  'command.cancel-dispute.already': 'Factuur {number} was niet meer betwist.',
  'command.pause.already': 'Factuur {number} was al gepauzeerd.',
  'command.resume.already': 'Factuur {number} was niet meer gepauzeerd.',

  'dialog.left-to-pay': '{amount} nog te betalen',
  'dialog.due': 'vervalt op {date}',
  'dialog.reason': 'Reden',
  'dialog.comment': 'Opmerking',
  'dialog.until': 'Hervatten op (optioneel)',
  'dialog.until.help': 'Zonder datum duurt de pauze tot iemand de factuur hervat.',
  'dialog.until.over': 'Kies een dag na vandaag.',
  'dialog.dismiss': 'Annuleren',
  'dialog.dismiss.cancel-dispute': 'Betwisting behouden',
  'dispute-reason.none': 'Geen reden opgegeven',
  'dispute-reason.wrong-amount': 'Onjuist bedrag',
  'dispute-reason.not-received': 'Product of dienst niet ontvangen',
  'dispute-reason.already-paid': 'Al betaald',
  'dispute-reason.quality': 'Klacht over kwaliteit',
  'dispute-reason.wrong-recipient': 'Verkeerde ontvanger',
  'dispute-reason.other': 'Anders',

  'action.retry': 'Opnieuw proberen',
  'action.close': 'Sluiten',

  'problem.heading': 'Het is niet gelukt',
  'problem.heading.unsure': 'We weten het nog niet',
  'problem.request-id': 'Referentie {requestId}',
  'problem.invalid-request':
    'Het verzoek is niet begrepen. Controleer wat u hebt ingevuld en probeer het opnieuw.',
  'problem.not-json': 'Het verzoek is niet begrepen. Laad de pagina opnieuw en probeer het opnieuw.',
  'problem.too-large': 'Het verzoek was te groot. Maak de opmerking korter en probeer het opnieuw.',
  'problem.unsupported-media-type':
    'Het verzoek is niet begrepen. Laad de pagina opnieuw en probeer het opnieuw.',
  'problem.unauthenticated': 'U bent niet meer aangemeld bij Lime. Meld u aan en probeer het opnieuw.',
  'problem.forbidden': 'U mag deze factuur in Lime niet wijzigen.',
  'problem.cross-origin': 'Het verzoek kwam niet uit Lime. Laad de pagina opnieuw en probeer het opnieuw.',
  'problem.not-found': 'De factuur bestaat niet in Lime, of u mag deze niet zien.',
  'problem.method-not-allowed': 'Dit is hier niet mogelijk. Laad de pagina opnieuw en probeer het opnieuw.',
  'problem.too-many-requests': 'Te veel verzoeken in korte tijd. Wacht even en probeer het opnieuw.',
  'problem.idempotency-key-reused':
    'Het verzoek is al voor iets anders gebruikt. Laad de pagina opnieuw en probeer het opnieuw.',
  'problem.not-synced':
    'De factuur is nog niet met Billecta gesynchroniseerd. Stuur deze eerst naar Billecta en probeer het opnieuw als deze daar is.',
  'problem.not-allowed': 'Dit kan niet met de factuur zoals deze nu is.',
  'problem.missing-in-billecta':
    'Billecta heeft deze factuur niet. Deze kan daar zijn verwijderd of van een andere crediteur zijn.',
  'problem.billecta-refused': 'Billecta weigerde, zonder te zeggen waarom.',
  'problem.billecta-refused.quoted': 'Billecta weigerde: “{message}”',
  'problem.billecta-unauthorized':
    'Billecta accepteert de aanmeldgegevens van de integratie niet. Vraag uw beheerder deze te controleren.',
  'problem.billecta-operation-unconfirmed':
    'Deze opdracht is nog niet ingesteld voor uw Billecta-account. Vraag uw beheerder.',
  'problem.billecta-unreachable': 'Billecta is op dit moment niet bereikbaar.',
  'problem.billecta-timeout': 'Billecta antwoordde niet op tijd.',
  'problem.billecta-failed': 'Er ging iets mis in Billecta.',
  'problem.outcome.unknown': 'We controleren wat er is gebeurd…',
  'problem.outcome.none': 'Er is niets gewijzigd; probeer het later opnieuw.',
  'problem.billecta-rate-limited':
    'Billecta heeft het op dit moment te druk. Probeer het over een minuut opnieuw.',
  'problem.lime-unreachable':
    'Lime kon niet naar de factuur worden gevraagd. Er is niets gewijzigd; probeer het later opnieuw.',
  'problem.lime-timeout': 'Lime antwoordde niet op tijd. Er is niets gewijzigd; probeer het later opnieuw.',
  'problem.lime-failed': 'Er ging iets mis in Lime. Er is niets gewijzigd; probeer het later opnieuw.',
  'problem.lime-rate-limited': 'Lime heeft het op dit moment te druk. Probeer het over een minuut opnieuw.',
  'problem.storage-unavailable':
    'De integratie kan op dit moment niets opslaan. Er is niets gewijzigd; probeer het later opnieuw.',
  'problem.internal':
    'Er ging iets mis in de integratie. Probeer het opnieuw, of geef uw beheerder de referentie.',
  'problem.network': 'De server is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw.',
  'problem.timeout': 'De server antwoordde niet op tijd. We controleren wat er is gebeurd…',
  'problem.unreadable':
    'De server gaf een antwoord dat niet van ons is. Probeer het later opnieuw, of vraag uw beheerder.',
};
