/** What things are called in the customer's Lime. All of it can be configured; the defaults are to be confirmed. */
export interface LimeNames {
  invoiceLimetype: string;
  /** The field of an invoice that holds Billecta's ActionPublicId. */
  actionPublicIdField: string;
  /** Whoever may read objects of this limetype is an administrator. */
  adminLimetype: string;
}

export const defaultNames: LimeNames = {
  invoiceLimetype: 'invoice',
  actionPublicIdField: 'actionpublicid',
  adminLimetype: 'integration_monitor',
};
