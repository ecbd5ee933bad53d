import { setTimeout as sleep } from 'node:timers/promises';
import type { BillectaSimulator } from '../simulators/billecta/index.ts';
import type { Random } from '../support/random.ts';
import type { Lives } from './lives.ts';
import { type Mail, mail } from './mail.ts';
import { oddMail } from './odd-mail.ts';
import type { Outbox } from './outbox.ts';
import type { Recorder } from './recorder.ts';

/** Mail that is always there to be sent. */
const supply = 60;

/** How many of the last mails may come once more. */
const memory = 300;

export interface Sources {
  lives: Lives;
  billecta: BillectaSimulator;
  recorder: Recorder;
  random: Random;
}

/** Keeps the outbox filled with what Billecta would send, and with what it should not, until it is over. */
export async function stream(outbox: Outbox, sources: Sources, over: () => boolean): Promise<void> {
  const { random } = sources;
  const past: Mail[] = [];
  let odd = 0;
  while (!over()) {
    if (outbox.size >= supply) {
      await sleep(2);
      continue;
    }
    for (const next of await happen(sources)) {
      outbox.put(next);
      past.push(next);
      if (random.chance(0.2)) outbox.put(next);
      if (random.chance(0.2)) outbox.put(random.pick(past));
      if (random.chance(0.15)) {
        odd += 1;
        const oddity = random.pick(oddMail)(`odd-${odd}`);
        outbox.put(oddity);
        past.push(oddity);
      }
    }
    past.splice(0, past.length - memory);
  }
}

/** Lets something happen in Billecta. @returns the webhooks that tell of it, one in six without its time */
async function happen({ lives, billecta, recorder, random }: Sources): Promise<Mail[]> {
  for (let n = 0; n < 20; n += 1) lives.step();
  await billecta.idle();
  billecta.deliveries.length = 0;
  return recorder.take().map((body) => (random.chance(1 / 6) ? nameless(body) : mail(body)));
}

function nameless(body: Buffer): Mail {
  const { EventDate: _, ...rest } = JSON.parse(body.toString()) as Record<string, unknown>;
  return mail(JSON.stringify(rest), { named: false });
}
