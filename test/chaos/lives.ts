import { type BillectaSimulator, Refusal } from '../simulators/billecta/index.ts';
import type { Random } from '../support/random.ts';

/** Invoices that are alive at the same time. */
const population = 40;

/** An invoice that so much has happened to makes room for a new one. */
const span = 25;

type Deed = (billecta: BillectaSimulator, actionPublicId: string) => void;

/** What may happen; the same deed more than once is more likely. Each is told by an event that changes a status. */
const deeds: readonly Deed[] = [
  (billecta, id) => billecta.send(id),
  (billecta, id) => billecta.sendReminder(id),
  (billecta, id) => billecta.registerPayment(id, 1_000),
  (billecta, id) => billecta.registerPayment(id, 2_500),
  (billecta, id) => billecta.inPortal('dispute', id),
  (billecta, id) => billecta.inPortal('cancel-dispute', id),
  (billecta, id) => billecta.inPortal('pause', id),
  (billecta, id) => billecta.inPortal('resume', id),
];

/** How it may end: nothing much happens to the invoice after that. */
const ends: readonly Deed[] = [
  (billecta, id) => billecta.registerPayment(id),
  (billecta, id) => billecta.registerPayment(id, 900_000),
  (billecta, id) => billecta.credit(id),
  (billecta, id) => billecta.cancel(id),
  (billecta, id) => billecta.sendToDebtCollection(id),
  (billecta, id) => billecta.makeManual(id),
];

/** Simulated invoices that live random lives, as fast as they are told to. The first that is told of one is that it is attested. */
export class Lives {
  /** Every invoice that ever lived. */
  readonly all: string[] = [];
  readonly #alive: { id: string; age: number }[] = [];

  constructor(
    private readonly billecta: BillectaSimulator,
    private readonly random: Random,
    private readonly born: (actionPublicId: string) => void,
  ) {
    for (let n = 0; n < population; n += 1) this.#alive.push(this.#birth());
  }

  /** One thing happens to one invoice, if its state allows it. */
  step(): void {
    const place = this.random.below(population);
    const invoice = this.#alive[place];
    if (!invoice) return;
    invoice.age += 1;
    this.#do(this.random.pick(invoice.age < span ? deeds : ends), invoice.id);
    if (invoice.age >= span) this.#alive[place] = this.#birth();
  }

  #do(deed: Deed, id: string): void {
    try {
      deed(this.billecta, id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  #birth(): { id: string; age: number } {
    const id = this.billecta.addInvoice({ stage: 'Created', dueInDays: -3 });
    this.all.push(id);
    this.born(id);
    this.billecta.attest(id);
    return { id, age: 0 };
  }
}
