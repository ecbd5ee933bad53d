import { define } from '../../define.ts';
import { invoiceCardViewTag } from '../../tags.ts';
import { InvoiceCardView } from './invoice-card-view.ts';

define(invoiceCardViewTag, InvoiceCardView);
