import type { AutogiroStage } from '../model/debtor.ts';
import { writeInstant } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import type { DateTime, DebtorAutogiroView } from './types.ts';

/** A debtor's autogiro, on the debtor (facts 8.2). Only an approved one is active. */
export function debtorAutogiroView(stage: AutogiroStage): DebtorAutogiroView {
  return {
    Active: stage === 'Approved',
    AccountNo: '1234567',
    ClearingNo: '5000',
    PayerNumber: '5599990016',
    PaymentServiceSupplier: null,
    Stage: stage,
    AutogiroFirstWithdrawalDate: null,
  };
}

/** The approval alone (facts 8.2): it does not say whose it is. */
export interface DebtorAutogiroApprovalView {
  Created: DateTime;
  Active: boolean;
  AutoGiroApprovalXML: string | null;
}

export function autogiroApprovalView(stage: AutogiroStage, world: World): DebtorAutogiroApprovalView {
  return {
    Created: writeInstant(world.now(), world.candidates.dateTimes),
    Active: stage === 'Approved',
    AutoGiroApprovalXML: null,
  };
}
