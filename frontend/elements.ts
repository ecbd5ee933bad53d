import { InvoiceCard } from './components/invoice-card/invoice-card.ts';
import { InvoiceStatusElement } from './components/invoice-status/invoice-status.ts';
import { invoiceCardTag, invoiceStatusTag, syncPanelTag } from './host/tags.ts';
import { define } from './shared/define.ts';
import { SyncPanel } from './sync-panel/view/sync-panel.ts';

define(invoiceStatusTag, InvoiceStatusElement);
define(invoiceCardTag, InvoiceCard);
define(syncPanelTag, SyncPanel);
