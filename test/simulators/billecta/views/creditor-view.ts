import type { Creditor } from '../model/creditor.ts';

/** The nested contact, bank and address views are null: nothing here reads them. */
export function creditorView(creditor: Creditor) {
  return {
    CreditorPublicId: creditor.publicId,
    OrgNo: creditor.orgNo,
    Name: creditor.name,
    Attention: null,
    CareOf: null,
    Address: 'Kungsgatan 1',
    Address2: null,
    ZipCode: '903 25',
    City: 'Umeå',
    CountryCode: 'SE',
    Phone: '090-555 010 00',
    VatNumber: null,
    Residence: 'Umeå',
    GLN: null,
    NextInvoiceNumber: null,
    LogoURL: null,
    CreditorBankInfo: null,
    CreditorContact: null,
    CreditorClaimsContact: null,
    CreditorSignatoryContact: null,
    CreditorInvoiceAddress: null,
    ApprovedCompanyTax: true,
    GiveAllUsersFullRightsOnCreditor: true,
    IsEnabled: true,
    UseCentRounding: false,
    UsesClientFundForInvoicing: false,
  };
}
