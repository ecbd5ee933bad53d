import { expect } from 'chai';
import { type Place, shownRecord } from '../../../frontend/shared/shown-record.ts';

const invoice = (id: number) => ({ kind: 'invoice', limetype: 'invoice', id });
const of = (limetype: string) => ({ getLimetype: () => ({ name: limetype }) });

const places: Record<string, [Place, object]> = {
  'an invoice': [{ context: { limetype: 'invoice', id: 1003 } }, invoice(1003)],
  'a debtor with the same id': [{ context: { limetype: 'debtor', id: 1003 } }, { kind: 'other' }],
  'an invoice that is not saved': [{ context: { limetype: 'invoice', id: null } }, { kind: 'unsaved' }],
  'no record at all': [{ context: { limetype: null, id: null } }, { kind: 'other' }],
  nothing: [{}, { kind: 'other' }],
  'an id without a limetype': [{ context: { limetype: null, id: 1003 } }, { kind: 'other' }],
  'an invoice that the element is placed for': [
    { limeId: 7, context: { limetype: 'debtor', id: 1003 } },
    invoice(7),
  ],
  'a row of the invoice table': [{ row: { id: 7 }, context: { limetype: 'invoice', id: null } }, invoice(7)],
  'a row of the debtor table': [
    { row: { id: 1003 }, context: { limetype: 'debtor', id: null } },
    { kind: 'other' },
  ],
  'an invoice among those of a debtor': [
    { row: { id: 7, ...of('invoice') }, context: { limetype: 'debtor', id: 1003 } },
    invoice(7),
  ],
  'a payment among those of an invoice': [
    { row: { id: 7, ...of('payment') }, context: { limetype: 'invoice', id: 1003 } },
    { kind: 'other' },
  ],
  'a new row on the card of an invoice': [
    { row: {}, context: { limetype: 'invoice', id: 1003 } },
    { kind: 'unsaved' },
  ],
  'a row of a host that says nothing': [{ row: { _id: 7 } }, invoice(7)],
};

describe('the record that an element shows', () => {
  for (const [name, [place, expected]] of Object.entries(places))
    it(`on ${name}`, () => {
      expect(shownRecord(place, 'invoice')).to.deep.equal(expected);
    });

  it('is the one that this Lime calls an invoice', () => {
    const context = { limetype: 'faktura', id: 1003 };
    expect(shownRecord({ context }, 'faktura')).to.deep.equal({ ...invoice(1003), limetype: 'faktura' });
    expect(shownRecord({ context }, 'invoice')).to.deep.equal({ kind: 'other' });
  });
});
