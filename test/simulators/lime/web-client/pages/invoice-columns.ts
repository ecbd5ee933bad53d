import { amount, day } from '../format.ts';
import { delivery, words } from '../host.ts';
import type { Context } from '../platform/platform.ts';
import { components } from '../views.ts';

/**
 * Lime's own columns and the package's. Its cell gets `field`, `value` and `data` from the table; the context
 * is the table's and names no object.
 */
export function invoiceColumns(context: Context, withStatus: boolean): object[] {
  const own = [
    { title: words.invoicenumber, field: 'invoicenumber' },
    { title: words.debtor, field: 'debtor' },
    { title: words.amount, field: 'amount', horizontalAlign: 'right', formatter: amount },
    { title: words.duedate, field: 'duedate', formatter: day },
  ];
  return withStatus ? [...own, statusColumn(context)] : own;
}

const statusColumn = (context: Context) => ({
  title: 'Billecta',
  field: 'actionpublicid',
  headerSort: false,
  component: {
    name: components.status,
    props: delivery.cellProperties(context),
  },
});
