import fc from 'fast-check';
import { expect, test } from 'vitest';
import { happenings, history } from './history.ts';
import { Life } from './life.ts';

/** `npm run test:deep` asks for many more. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 1_000);
const timeout = 60_000 + numRuns * 10;

test('whatever order, repetition, loss and crashes there are, what is held ends as it is in Billecta', {
  timeout,
}, async () => {
  await fc.assert(
    fc.asyncProperty(history, happenings, async (states, story) => {
      const life = new Life(states);
      let lost = false;
      for (const happening of story) {
        lost ||= happening.kind === 'a webhook is lost';
        await life.happen(happening);
      }
      await life.comeToRest();
      if (lost) await life.readNow();
      expect(life.held).toEqual(life.truth);
    }),
    { numRuns },
  );
});

test('while every change leaves a trace, a late or repeated event never takes a status back', {
  timeout,
}, async () => {
  await fc.assert(
    fc.asyncProperty(history, happenings, async (states, story) => {
      const life = new Life(
        states.filter(({ occurred }, index) => occurred.length > (states[index - 1]?.occurred.length ?? 0)),
      );
      let newest = 0;
      for (const happening of story) {
        if (happening.kind === 'a read begins' || happening.kind === 'a read ends') continue;
        await life.happen(happening);
        const known = life.held?.occurred.length ?? 0;
        expect(known).toBeGreaterThanOrEqual(newest);
        newest = known;
      }
    }),
    { numRuns },
  );
});
