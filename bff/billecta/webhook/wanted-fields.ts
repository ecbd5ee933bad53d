/** The paths of the fields that are wanted of each of Billecta's views, as a field mapping names them. */
export interface WantedFields {
  invoice: readonly string[];
  payment: readonly string[];
  debtor: readonly string[];
  reminder: readonly string[];
}

export const nothingWanted: WantedFields = { invoice: [], payment: [], debtor: [], reminder: [] };
