/** Our element names. `lwc.config.json` lists those that Lime itself places: loader, badge, card and panel. */
export const loaderTag = 'lwc-limepkg-billecta-integration-loader';
export const invoiceStatusTag = 'lwc-limepkg-billecta-integration-invoice-status';
export const invoiceCardTag = 'lwc-limepkg-billecta-integration-invoice-card';
export const syncPanelTag = 'lwc-limepkg-billecta-integration-sync-panel';

/** What we open ourselves, by Lime's dialog service. */
export const commandDialogTag = 'lwc-limepkg-billecta-integration-command-dialog';
export const bulkDialogTag = 'lwc-limepkg-billecta-integration-bulk-dialog';

/** A message, wherever it is shown. */
export const calloutTag = 'lwc-limepkg-billecta-integration-callout';

/** Inner parts: the card's view, timeline and notices from Billecta, a command's fields, and a task's progress. */
export const invoiceTimelineTag = 'lwc-limepkg-billecta-integration-invoice-timeline';
export const invoiceNoticesTag = 'lwc-limepkg-billecta-integration-invoice-notices';
export const commandFieldsTag = 'lwc-limepkg-billecta-integration-command-fields';
export const invoiceCardViewTag = 'lwc-limepkg-billecta-integration-invoice-card-view';
export const taskProgressTag = 'lwc-limepkg-billecta-integration-task-progress';

/** Inner parts of the sync panel. */
export const syncPanelViewTag = 'lwc-limepkg-billecta-integration-sync-panel-view';
export const syncBodyTag = 'lwc-limepkg-billecta-integration-sync-body';
export const syncTabTags = {
  overview: 'lwc-limepkg-billecta-integration-sync-overview',
  issues: 'lwc-limepkg-billecta-integration-sync-issues',
  events: 'lwc-limepkg-billecta-integration-sync-events',
  event: 'lwc-limepkg-billecta-integration-sync-event',
  rejected: 'lwc-limepkg-billecta-integration-sync-rejected',
  commands: 'lwc-limepkg-billecta-integration-sync-commands',
  reconciliation: 'lwc-limepkg-billecta-integration-sync-reconciliation',
  run: 'lwc-limepkg-billecta-integration-sync-run',
  checks: 'lwc-limepkg-billecta-integration-sync-checks',
} as const;
