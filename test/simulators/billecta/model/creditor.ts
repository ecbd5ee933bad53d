/** The invoice sender (facts 2). The simulator has one. */
export interface Creditor {
  readonly publicId: string;
  readonly name: string;
  readonly orgNo: string;
}
