const command = (name: string): string => `limepkg_billecta_integration.${name}`;

/**
 * How an administrator has configured the views of `invoice` in Lime Admin: which commands are in the card's
 * action menu and in the table's, by id. Titles and icons come from the command bus.
 */
export const invoiceActions = {
  card: ['dispute-invoice', 'cancel-dispute', 'pause-invoice', 'resume-invoice'].map(command),
  table: ['dispute-invoices', 'cancel-disputes', 'pause-invoices', 'resume-invoices'].map(command),
};

/** The package's components that this client places in its views. */
export const components = {
  status: 'lwc-limepkg-billecta-integration-invoice-status',
  card: 'lwc-limepkg-billecta-integration-invoice-card',
  syncPanel: 'lwc-limepkg-billecta-integration-sync-panel',
};
