/** How many of each an order may have: many times more than any real one has, so that each is worked through in a moment. */
export const most = { decisions: 1000, measures: 500, addressees: 10_000, windows: 20_000 } as const
