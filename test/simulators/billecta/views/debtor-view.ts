import type { Debtor } from '../model/debtor.ts';
import { writeInstant } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import { debtorAutogiroView } from './autogiro-view.ts';
import type { DebtorView } from './types.ts';

export function debtorView(debtor: Debtor, { creditor, candidates }: World): DebtorView {
  return {
    DebtorPublicId: debtor.publicId,
    CreditorPublicId: creditor.publicId,
    DebtorExternalId: debtor.externalId,
    OrgNo: debtor.orgNo,
    Name: debtor.name,
    Attention: null,
    CareOf: null,
    Address: debtor.address,
    Address2: null,
    ZipCode: debtor.zipCode,
    City: debtor.city,
    CountryCode: 'SE',
    CitizenshipCountryCode: null,
    Phone: debtor.phone,
    Email: debtor.email,
    ContactName: null,
    ContactEmail: null,
    VatNumber: null,
    DebtorNo: null,
    GLN: null,
    Notes: null,
    IsActive: true,
    ProtectedIdentity: false,
    UseProtectedMailDelivery: false,
    DebtorType: 'Company',
    Intermediator: null,
    EInvoiceBank: null,
    DebtorSelfInvoiceInfo: null,
    DefaultActionConfig: null,
    Autogiro: debtor.autogiro && debtorAutogiroView(debtor.autogiro),
    CreditCards: null,
    Created: writeInstant(debtor.created, candidates.dateTimes),
  };
}
