import { InvoiceCard } from './components/invoice-card/invoice-card.ts';
import { InvoiceStatusElement } from './components/invoice-status/invoice-status.ts';
import { SyncPanel } from './components/sync-panel/sync-panel.ts';
import { define } from './define.ts';
import { invoiceCardTag, invoiceStatusTag, syncPanelTag } from './tags.ts';

define(invoiceStatusTag, InvoiceStatusElement);
define(invoiceCardTag, InvoiceCard);
define(syncPanelTag, SyncPanel);
