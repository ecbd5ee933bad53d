import { EventEmitter, once } from 'node:events';
import type { Mail } from './mail.ts';

/** What the sender knows of one body. */
export interface Receipt {
  readonly mail: Mail;
  /** How often it was sent, answered or not. */
  sent: number;
  /** The ids it was acknowledged with. */
  readonly ids: Set<string>;
}

/** What was sent, and what was answered to it. */
export class Receipts {
  readonly #byHash = new Map<string, Receipt>();
  readonly #news = new EventEmitter();
  /** Answers that the mail should not have got. */
  readonly wrong: string[] = [];
  acknowledged = 0;

  get all(): readonly Receipt[] {
    return [...this.#byHash.values()];
  }

  sending(mail: Mail): void {
    const receipt = this.#byHash.get(mail.hash) ?? { mail, sent: 0, ids: new Set() };
    receipt.sent += 1;
    this.#byHash.set(mail.hash, receipt);
  }

  /** @returns whether it has to be sent again */
  answered(mail: Mail, status: number, body: unknown): 'answered' | 'send again' {
    if (status >= 500) return 'send again';
    if ((status === 200 ? 'kept' : 'refused') !== mail.fate) {
      this.wrong.push(`${status} ${JSON.stringify(body)} to ${mail.body.toString('utf8', 0, 200)}`);
    }
    if (status === 200) {
      this.#byHash.get(mail.hash)?.ids.add(String((body as { id: unknown }).id));
      this.acknowledged += 1;
      this.#news.emit('acknowledged');
    }
    return 'answered';
  }

  /** Resolves when so many more have been acknowledged. */
  async more(count: number): Promise<void> {
    const enough = this.acknowledged + count;
    while (this.acknowledged < enough) await once(this.#news, 'acknowledged');
  }
}
