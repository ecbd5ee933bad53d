import { InvoiceCard } from './components/invoice-card/invoice-card.ts';
import { InvoiceStatusElement } from './components/invoice-status/invoice-status.ts';
import { define } from './define.ts';
import { invoiceCardTag, invoiceStatusTag } from './tags.ts';

define(invoiceStatusTag, InvoiceStatusElement);
define(invoiceCardTag, InvoiceCard);
