/**
 * What is long by nature runs whole by `npm run test:deep`, which sets `DEEP`; `npm test` runs a tenth of it, the same each
 * time. `SEED=2` takes another tenth, and has whatever is drawn by chance drawn otherwise. Nothing else reads these two.
 */
export const deep = process.env['DEEP'] === '1'
export const seed = Number(process.env['SEED'] ?? 1)

/** The options of a test that is long by nature: `npm run test:deep` runs these alone, and prints a table of them. */
export const long = { tags: ['long'] }

/** How many of so many repetitions run. */
export function share(whole: number): number {
  return deep ? whole : Math.ceil(whole / 10)
}

/** Which of these cases run: every tenth, from the one that the seed says. */
export function shareOf<Case>(cases: readonly Case[]): Case[] {
  const step = deep ? 1 : Math.min(10, cases.length)
  return cases.filter((_, at) => at % step === seed % step)
}
