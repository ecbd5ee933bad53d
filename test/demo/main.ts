import { askedToStop } from './asked-to-stop.ts';
import { build } from './build.ts';
import { guide } from './guide.ts';
import { startDemo } from './start-demo.ts';

const defaultPort = 8480;

const asJson = process.argv.includes('--json');
const port = Number(process.env.DEMO_PORT ?? defaultPort);

try {
  if (!asJson) console.log('Building …');
  await build();
  const demo = await startDemo(port);
  console.log(asJson ? JSON.stringify(demo.addresses) : guide(demo.addresses));

  const serviceEnded = await Promise.race([askedToStop().then(() => false), demo.ended.then(() => true)]);
  await demo.stop();
  process.exit(serviceEnded ? 1 : 0);
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const help = taken ? ' Set DEMO_PORT to another port, or to 0 for free ones.' : '';
  console.error(`The demo cannot start: ${error instanceof Error ? error.message : error}.${help}`);
  process.exit(1);
}
