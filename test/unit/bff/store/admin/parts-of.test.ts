import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from '../../../../../bff/store/admin/parts-of.ts';

const sizes = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 });
const most = fc.record({ bytes: fc.integer({ min: 1, max: 400 }), count: fc.integer({ min: 1, max: 10 }) });

test('parts keep all items in their order, and none has more than the most bytes or items', () => {
  fc.assert(
    fc.property(sizes, most, (items, most) => {
      const parts = partsOf(items, (bytes) => bytes, most);
      expect(parts.flat()).toEqual(items);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(most.count);
        const bytes = part.reduce((sum, each) => sum + each, 0);
        expect(part.length === 1 || bytes <= most.bytes).toBe(true);
      }
    }),
  );
});

test('small items share a part', () => {
  expect(partsOf([1, 1, 9, 1, 1], (bytes) => bytes, { bytes: 4, count: 10 })).toEqual([[1, 1], [9], [1, 1]]);
});
