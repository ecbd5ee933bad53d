/** Due at once, whatever the clock says, now and later: it sorts before every instant. */
export const atOnce = '';
