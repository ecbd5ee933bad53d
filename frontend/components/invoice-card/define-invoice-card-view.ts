import { invoiceCardViewTag, invoiceNoticesTag, invoiceTimelineTag } from '../../host/tags.ts';
import { define } from '../../shared/define.ts';
import { InvoiceNotices } from '../invoice-notices/invoice-notices.ts';
import { InvoiceTimeline } from '../invoice-timeline/invoice-timeline.ts';
import { InvoiceCardView } from './invoice-card-view.ts';

define(invoiceNoticesTag, InvoiceNotices);
define(invoiceTimelineTag, InvoiceTimeline);
define(invoiceCardViewTag, InvoiceCardView);
