import { attest } from './actions/attest.ts';
import { changeAutogiroApproval, failAutogiroApproval } from './actions/autogiro-approval.ts';
import { failAutogiro, renewAutogiroWithdrawal } from './actions/autogiro-withdrawal.ts';
import { cancel } from './actions/cancel.ts';
import { comment } from './actions/comment.ts';
import { credit } from './actions/credit.ts';
import { makeManual } from './actions/make-manual.ts';
import { matchOverpayment } from './actions/match-overpayment.ts';
import { receiveUnmatchedPayment } from './actions/receive-unmatched-payment.ts';
import { registerPayment } from './actions/register-payment.ts';
import { reportDelivery } from './actions/report-delivery.ts';
import { runCommand } from './actions/run-command.ts';
import { send } from './actions/send.ts';
import { sendReminder } from './actions/send-reminder.ts';
import { sendToDebtCollection } from './actions/send-to-debt-collection.ts';
import { updateDebtor } from './actions/update-debtor.ts';
import { writeOff } from './actions/write-off.ts';
import type { Deeds } from './simulator.ts';
import type { World } from './world.ts';

/** The deeds, as done in this world. */
export function deedsIn(world: World): Deeds {
  return {
    attest: (id) => attest(world, id),
    send: (id) => send(world, id),
    registerPayment: (id, amount) => registerPayment(world, id, amount),
    sendReminder: (id, fee) => sendReminder(world, id, fee),
    sendToDebtCollection: (id) => sendToDebtCollection(world, id),
    credit: (id) => credit(world, id),
    writeOff: (id, amount) => writeOff(world, id, amount),
    cancel: (id) => cancel(world, id),
    makeManual: (id) => makeManual(world, id),
    matchOverpayment: (id, usedOn) => matchOverpayment(world, id, usedOn),
    receiveUnmatchedPayment: (amount) => receiveUnmatchedPayment(world, amount),
    failAutogiro: (id, reason) => failAutogiro(world, id, reason),
    renewAutogiroWithdrawal: (id, reason) => renewAutogiroWithdrawal(world, id, reason),
    failAutogiroApproval: (id, reason) => failAutogiroApproval(world, id, reason),
    changeAutogiroApproval: (id, stage) => changeAutogiroApproval(world, id, stage),
    comment: (id, who, text) => comment(world, id, who, text),
    reportDelivery: (id, report) => reportDelivery(world, id, report),
    updateDebtor: (id, changes) => updateDebtor(world, id, changes),
    inPortal: (command, id) => runCommand(command, world, id),
  };
}
