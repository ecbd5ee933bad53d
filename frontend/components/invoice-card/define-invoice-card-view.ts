import { define } from '../../define.ts';
import { invoiceCardViewTag, invoiceTimelineTag } from '../../tags.ts';
import { InvoiceTimeline } from '../invoice-timeline/invoice-timeline.ts';
import { InvoiceCardView } from './invoice-card-view.ts';

define(invoiceTimelineTag, InvoiceTimeline);
define(invoiceCardViewTag, InvoiceCardView);
