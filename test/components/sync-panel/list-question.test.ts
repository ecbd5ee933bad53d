import { expect } from 'chai';
import { eventFilter, withInstants } from '../../../frontend/sync-panel/tabs/list-question.ts';

/** An instant as day and time where the user is. */
const local = (instant: string | null | undefined) => {
  const date = new Date(String(instant));
  const two = (number: number) => String(number).padStart(2, '0');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${time}`;
};

describe('what a list is asked for', () => {
  it('are the days that were chosen, both of them, as instants where the user is', () => {
    const { from, to } = withInstants({ from: '2025-12-03', to: '2025-12-04' });
    expect(local(from)).to.equal('2025-12-03 00:00:00');
    expect(local(to)).to.equal('2025-12-05 00:00:00');
  });

  it('ends with the midnight after the day, whichever day of the year it is', () => {
    for (let noon = new Date(2025, 0, 1, 12); noon.getFullYear() === 2025; noon.setDate(noon.getDate() + 1)) {
      const day = local(noon.toISOString()).slice(0, 10);
      const { from, to } = withInstants({ from: day, to: day });
      const next = new Date(noon);
      next.setDate(next.getDate() + 1);
      expect(local(from)).to.equal(`${day} 00:00:00`);
      expect(local(to)).to.equal(`${local(next.toISOString()).slice(0, 10)} 00:00:00`);
    }
  });

  it('ends with the midnight after the day when the clock is changed', () => {
    for (const [day, next] of [
      ['2025-03-30', '2025-03-31'],
      ['2025-10-26', '2025-10-27'],
      ['2025-12-31', '2026-01-01'],
    ])
      expect(local(withInstants({ to: String(day) }).to)).to.equal(`${next} 00:00:00`);
  });

  it('has no time where no day is told, and passes on the rest', () => {
    expect(withInstants({ states: 'dead', from: 'yesterday', to: '' })).to.deep.equal({ states: 'dead' });
    expect(withInstants({})).to.deep.equal({});
  });
});

describe('the events that a bulk retry is about', () => {
  it('are those of the list, in the words of its filter', () => {
    const filter = eventFilter({
      states: 'dead,pending',
      causes: 'lime-refused',
      event: 'InvoicePaid',
      invoice: '70001',
      creditor: 'c-1',
    });
    expect(filter).to.deep.equal({
      states: ['dead', 'pending'],
      causes: ['lime-refused'],
      event: 'InvoicePaid',
      invoice: '70001',
      creditor: 'c-1',
    });
  });

  it('have the days as instants', () => {
    const query = { from: '2025-12-03', to: '2025-12-03' };
    expect(eventFilter(query)).to.deep.equal(withInstants(query));
    expect(local(eventFilter(query).to)).to.equal('2025-12-04 00:00:00');
  });

  it('are not narrowed by what is empty, nor by what only a search can tell', () => {
    expect(eventFilter({ states: '', event: '', q: 'a-1001', in: 'bodies' })).to.deep.equal({});
  });
});
