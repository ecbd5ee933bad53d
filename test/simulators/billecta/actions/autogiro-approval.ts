import type { AutogiroStage } from '../model/debtor.ts';
import { autogiroApprovalView } from '../views/autogiro-view.ts';
import { debtorView } from '../views/debtor-view.ts';
import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';

/** The bank could not register that this invoice's debtor approves of autogiro; `reason`: AutogiroApprovalCommentCode. */
export function failAutogiroApproval(
  world: World,
  actionPublicId: string,
  reason = 'AccountTypeNotApprovedForAutogiro',
): void {
  setApproval(world, actionPublicId, 'Failed', reason);
}

/** This invoice's debtor approves of autogiro, takes it back, or has asked for it. */
export function changeAutogiroApproval(
  world: World,
  actionPublicId: string,
  stage: Exclude<AutogiroStage, 'Failed'>,
): void {
  setApproval(world, actionPublicId, stage, stage === 'Approved' ? 'NewApproval' : null);
}

/**
 * Which view tells of it is a candidate: an approval alone has no ids, so the debtor comes second, where the reason would
 * be (facts 6.4).
 */
function setApproval(
  world: World,
  actionPublicId: string,
  stage: AutogiroStage,
  reason: string | null,
): void {
  const { debtor } = findInvoice(world, actionPublicId);
  debtor.autogiro = stage;
  const event = stage === 'Failed' ? 'AutogiroApprovalFailed' : 'AutogiroApprovalChanged';
  const whose = () => debtorView(debtor, world);
  switch (world.candidates.autogiroApprovalPayload) {
    case 'debtor':
      world.raise(event, whose, debtor.publicId, reason === null ? undefined : () => reason);
      break;
    case 'approval':
      world.raise(event, () => autogiroApprovalView(stage, world), debtor.publicId, whose);
  }
}
