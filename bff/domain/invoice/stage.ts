/** The meaning of a stage. */
interface StageTraits {
  /** The invoice needs no payment any more. */
  closed: boolean;
  /** Billecta certainly lists the invoice among the open ones. */
  open: boolean;
  /** The invoice is overdue once its due date has passed and something is left to pay. */
  payable: boolean;
  /** Stopping or starting collection means nothing, should Billecta not say so itself. */
  outOfReach: boolean;
  /** Why a command is refused in this stage; null when the stage alone does not decide. */
  refusal: 'draft' | 'closed' | 'in-debt-collection' | 'sold' | null;
}

const inCollection: StageTraits = {
  closed: false,
  open: true,
  payable: true,
  outOfReach: false,
  refusal: null,
};
const closedTraits: StageTraits = {
  closed: true,
  open: false,
  payable: false,
  outOfReach: true,
  refusal: 'closed',
};

/** Every stage of an invoice's life and its meaning; all other lists of stages derive from it. */
const table = {
  draft: { ...inCollection, payable: false, outOfReach: true, refusal: 'draft' },
  attested: inCollection,
  sent: inCollection,
  reminded: inCollection,
  'debt-collection': { ...inCollection, refusal: 'in-debt-collection' },
  paid: closedTraits,
  credited: closedTraits,
  cancelled: closedTraits,
  manual: inCollection,
  sold: { ...closedTraits, closed: false, refusal: 'sold' },
  unknown: { ...inCollection, open: false, payable: false },
} as const satisfies Record<string, StageTraits>;

/** The stage of an invoice's life; disputed, paused and overdue are separate. */
export type Stage = keyof typeof table;

export const stages = Object.keys(table) as [Stage, ...Stage[]];

export const traitsOf = (stage: Stage): StageTraits => table[stage];

/** Whether the invoice needs no payment any more. */
export const isClosed = ({ stage }: { stage: Stage }): boolean => table[stage].closed;

/** Whether Billecta certainly lists the invoice among the open ones. */
export const isOpen = ({ stage }: { stage: Stage }): boolean => table[stage].open;
