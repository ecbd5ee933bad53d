/** Our element names, as `lwc.config.json` lists them. */
export const loaderTag = 'lwc-limepkg-billecta-integration-loader';
export const invoiceStatusTag = 'lwc-limepkg-billecta-integration-invoice-status';
export const invoiceCardTag = 'lwc-limepkg-billecta-integration-invoice-card';
export const commandDialogTag = 'lwc-limepkg-billecta-integration-command-dialog';
export const bulkDialogTag = 'lwc-limepkg-billecta-integration-bulk-dialog';
export const taskProgressTag = 'lwc-limepkg-billecta-integration-task-progress';

/** Inner parts that Lime never creates itself: the card's pure view, its timeline, and what a command asks for. */
export const invoiceTimelineTag = 'lwc-limepkg-billecta-integration-invoice-timeline';
export const commandFieldsTag = 'lwc-limepkg-billecta-integration-command-fields';
export const invoiceCardViewTag = 'lwc-limepkg-billecta-integration-invoice-card-view';
