import { runVitest } from './suites.ts';

/** What takes too long for every commit: many more cases, bodies and kills. */
const { passed, failed } = await runVitest(['unit', 'service', 'service-postgres', 'chaos'], {
  environment: {
    PROPERTY_RUNS: '100000',
    FUZZ_BODIES: '10000',
    CHAOS_KILLS: '100',
    MIGRATION_KILLS: '40',
    MIGRATION_EVENTS: '300000',
    CONNECTION_CUTS: '20',
    BURST_INVOICES: '10000',
  },
});
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
