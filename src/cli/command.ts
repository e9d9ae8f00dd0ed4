/** Everything that a command may do to the world; tests hand in their own. */
export interface World {
  readText(path: string): Promise<string>
  /** Every file below a folder; a file gives itself. */
  list(path: string): Promise<string[]>
  /** Puts a file whole into its place, or leaves what is there; makes its folder. */
  write(path: string, data: Uint8Array, executable: boolean): Promise<void>
  /** Where a person can be asked. */
  ask?(question: string): Promise<string>
  out(text: string): void
  error(text: string): void
  /** Epoch milliseconds. */
  now(): number
}

/** Exit codes: the input is good, the input is bad, the command line is wrong. */
export const exit = { good: 0, bad: 1, usage: 2 } as const
export type Exit = (typeof exit)[keyof typeof exit]

/** The person's mistake, not ours: said with the usage, exit code 2. */
export class UsageError extends Error {}

export type Command = (args: string[], world: World) => Promise<Exit>
