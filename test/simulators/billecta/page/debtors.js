import { control, say } from './control.js';
import { deedButton } from './deed-button.js';
import { approvals } from './deeds.js';
import { element } from './element.js';
import { KeyedList } from './keyed-list.js';

const list = new KeyedList(document.getElementById('debtors'), 'li', 'publicId');
const dialog = document.getElementById('debtor-dialog');
const form = dialog.querySelector('form');

const autogiro = {
  Pending: 'Autogiro: awaiting approval',
  Approved: 'Autogiro: approved',
  Failed: 'Autogiro: approval failed',
  Removed: 'Autogiro: approval removed',
};

let changed;

/** Makes the dialog do what it says, once. */
export function makeDebtorDialog(refresh) {
  dialog.addEventListener('close', async () => {
    if (dialog.returnValue !== 'save') return;
    const changes = Object.fromEntries(new FormData(form));
    await say(`Updated: ${changes.name}`, () =>
      control('POST', `invoices/${changed.actionPublicId}/debtor`, changes),
    );
    refresh();
  });
}

export function showDebtors(debtors, refresh) {
  list.show(debtors, (debtor) => [
    element(
      'span',
      {},
      element('strong', {}, debtor.name),
      element('br'),
      element(
        'span',
        { class: 'soft' },
        `${debtor.address}, ${debtor.zipCode} ${debtor.city} · ${debtor.email}`,
      ),
      element('br'),
      element(
        'span',
        { class: debtor.autogiro === 'Failed' ? 'failed' : 'soft' },
        autogiro[debtor.autogiro] ?? 'No autogiro',
      ),
    ),
    buttons(debtor, refresh),
  ]);
}

function buttons(debtor, refresh) {
  const { actionPublicId, name } = debtor;
  return element(
    'div',
    { class: 'buttons' },
    updateButton(debtor),
    ...approvals.map((deed) => {
      const { path, body } = deed;
      return deedButton(deed, `debtor ${name}`, refresh, () => ({ actionPublicId, path, body }));
    }),
  );
}

function updateButton(debtor) {
  const label = `Update debtor ${debtor.name}`;
  const made = element(
    'button',
    { type: 'button', 'aria-label': label, title: 'DebtorUpdated', 'aria-haspopup': 'dialog' },
    'Update debtor …',
  );
  made.addEventListener('click', () => {
    changed = debtor;
    for (const input of form.querySelectorAll('input')) input.value = debtor[input.name];
    dialog.returnValue = '';
    dialog.showModal();
  });
  return made;
}
