/** The columns of what nobody has leased. */
export const noLease = { lease_token: null, lease_until: null };
