/** What things are called in the customer's Lime. All of it can be configured; the defaults are to be confirmed. */
export interface LimeNames {
  invoiceLimetype: string;
  /** The field of an invoice that holds Billecta's ActionPublicId. */
  actionPublicIdField: string;
}

export const defaultNames: LimeNames = { invoiceLimetype: 'invoice', actionPublicIdField: 'actionpublicid' };
