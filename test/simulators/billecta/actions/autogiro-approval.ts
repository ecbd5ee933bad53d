import type { AutogiroStage } from '../model/debtor.ts';
import { autogiroApprovalView } from '../views/autogiro-view.ts';
import { debtorView } from '../views/debtor-view.ts';
import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';

/** The bank could not register that this invoice's debtor approves of autogiro. */
export function failAutogiroApproval(world: World, actionPublicId: string): void {
  setApproval(world, actionPublicId, 'Failed');
}

/** This invoice's debtor approves of autogiro, takes it back, or has asked for it. */
export function changeAutogiroApproval(
  world: World,
  actionPublicId: string,
  stage: Exclude<AutogiroStage, 'Failed'>,
): void {
  setApproval(world, actionPublicId, stage);
}

/** Which view tells of it is a candidate: an approval alone has no ids, so the debtor comes second (facts 6.4). */
function setApproval(world: World, actionPublicId: string, stage: AutogiroStage): void {
  const { debtor } = findInvoice(world, actionPublicId);
  debtor.autogiro = stage;
  const event = stage === 'Failed' ? 'AutogiroApprovalFailed' : 'AutogiroApprovalChanged';
  const whose = () => debtorView(debtor, world);
  switch (world.candidates.autogiroApprovalPayload) {
    case 'debtor':
      world.raise(event, whose, debtor.publicId);
      break;
    case 'approval':
      world.raise(event, () => autogiroApprovalView(stage, world), debtor.publicId, whose);
  }
}
