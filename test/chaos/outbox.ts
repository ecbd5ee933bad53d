import type { Random } from '../support/random.ts';
import type { Mail } from './mail.ts';

/** How far a mail may overtake those before it. */
const reach = 25;

/** Mail that waits to be sent; it leaves in nearly any order, and what has left may come back. */
export class Outbox {
  readonly #waiting: Mail[] = [];
  #underWay = 0;

  constructor(private readonly random: Random) {}

  get size(): number {
    return this.#waiting.length;
  }

  /** Nothing waits, and nothing that has left can come back. */
  get empty(): boolean {
    return this.#waiting.length === 0 && this.#underWay === 0;
  }

  put(mail: Mail): void {
    this.#waiting.push(mail);
  }

  /** Forgets what waits. */
  clear(): void {
    this.#waiting.length = 0;
  }

  /** Takes one of the next; it must be `done` in the end. */
  take(): Mail | undefined {
    const [mail] = this.#waiting.splice(this.random.below(Math.min(reach, this.#waiting.length)), 1);
    if (mail) this.#underWay += 1;
    return mail;
  }

  done(mail: Mail, how: 'answered' | 'send again'): void {
    this.#underWay -= 1;
    if (how === 'send again') this.put(mail);
  }
}
