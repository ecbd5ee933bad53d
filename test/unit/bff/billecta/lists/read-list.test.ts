import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readList } from '../../../../../bff/billecta/lists/read-list.ts';
import { RowSplitter } from '../../../../../bff/billecta/lists/row-splitter.ts';

/** The rows of a text that comes in pieces of so many bytes. */
function split(text: string, size: number): unknown[] {
  const rows: unknown[] = [];
  const splitter = new RowSplitter((row) => rows.push(JSON.parse(row)));
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) splitter.push(bytes.subarray(at, at + size));
  splitter.end();
  return rows;
}

test('a list comes apart into the rows that it was made of, wherever it is cut', () => {
  const row = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(fc.array(row), fc.integer({ min: 1, max: 9 }), fc.boolean(), (rows, size, wrapped) => {
      const list = wrapped ? { Offset: 0, InvoiceActions: rows, SortingField: '[{' } : rows;
      expect(split(JSON.stringify(list), size)).toEqual(JSON.parse(JSON.stringify(rows)));
    }),
  );
});

test.each(['', '[{"a":1}', '{"Message":"x"}', '[{"a":"'])('%s is no list', (text) => {
  expect(() => split(text, 3)).toThrow(SyntaxError);
});

const rows = Array.from({ length: 5 }, (_, n) => ({ ActionPublicId: String(n) }));

/** Reads from somebody who gives two rows at a time. @returns the rows, and where they were asked for */
async function read(answer: (offset: number) => object): Promise<{ ids: string[]; asked: number[] }> {
  const ids: string[] = [];
  const asked: number[] = [];
  await readList(
    async ({ offset = '0' }, onChunk) => {
      asked.push(Number(offset));
      onChunk(Buffer.from(JSON.stringify(answer(Number(offset)))));
    },
    ({ actionPublicId }) => void ids.push(actionPublicId),
    'c-1',
  );
  return { ids, asked };
}

test('pages are read to the end where the list says that there are more rows', async () => {
  const paged = (offset: number) => ({ InvoiceActions: rows.slice(offset, offset + 2), Total: rows.length });
  expect(await read(paged)).toEqual({ ids: ['0', '1', '2', '3', '4'], asked: [0, 2, 4] });
});

test('reading stops when a page repeats', async () => {
  const repeating = () => ({ InvoiceActions: rows.slice(0, 2), Total: rows.length });
  expect(await read(repeating)).toEqual({ ids: ['0', '1'], asked: [0, 2] });
});

test('a list without a total is read with one call', async () => {
  expect((await read(() => rows)).asked).toEqual([0]);
});

test('a row that is none makes the list unreadable', async () => {
  await expect(read(() => [{ ActionPublicId: 7 }])).rejects.toMatchObject({ code: 'billecta-failed' });
});
