/** Our element names, as `lwc.config.json` lists them. */
export const loaderTag = 'lwc-limepkg-billecta-integration-loader';
export const invoiceStatusTag = 'lwc-limepkg-billecta-integration-invoice-status';
export const invoiceCardTag = 'lwc-limepkg-billecta-integration-invoice-card';
export const commandDialogTag = 'lwc-limepkg-billecta-integration-command-dialog';

/** The card's pure view; an inner part that Lime never creates itself. */
export const invoiceCardViewTag = 'lwc-limepkg-billecta-integration-invoice-card-view';
