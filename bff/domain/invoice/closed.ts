import type { Invoice, Stage } from './invoice.ts';

const closed: readonly Stage[] = ['paid', 'credited', 'cancelled'];

/** Whether nobody has to pay the invoice any more. */
export const isClosed = ({ stage }: Invoice): boolean => closed.includes(stage);
