import { InvoiceCard } from './components/invoice-card/invoice-card.ts';
import { InvoiceStatusElement } from './components/invoice-status/invoice-status.ts';
import { define } from './define.ts';
import { SyncPanel } from './sync-panel/view/sync-panel.ts';
import { invoiceCardTag, invoiceStatusTag, syncPanelTag } from './tags.ts';

define(invoiceStatusTag, InvoiceStatusElement);
define(invoiceCardTag, InvoiceCard);
define(syncPanelTag, SyncPanel);
