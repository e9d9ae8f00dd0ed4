/** Everything that a command may do to the world; tests hand in their own. */
export interface World {
  readText(path: string): Promise<string>
  readBytes(path: string): Promise<Uint8Array>
  /** Why other people's browsers cannot read a file of the system's: its mode, or that of a folder above it. */
  closedTo?(path: string): Promise<string | undefined>
  /** Every file below a folder; a file gives itself. */
  list(path: string): Promise<string[]>
  /** Puts a file whole into its place, or leaves what is there; makes its folder. */
  write(path: string, data: Uint8Array, executable: boolean): Promise<void>
  /** Takes a file away; nothing where there is none. */
  remove(path: string): Promise<void>
  /** Where a person can be asked. */
  ask?(question: string): Promise<string>
  out(text: string): void
  error(text: string): void
  /** Says how far something is that takes longer than a second: a line that the next one overwrites, or none. */
  progress?(text: string): void
  /** Epoch milliseconds. */
  now(): number
}

/** Exit codes: the input is good, the input is bad, the command line is wrong. */
export const exit = { good: 0, bad: 1, usage: 2 } as const
export type Exit = (typeof exit)[keyof typeof exit]

/** The person's mistake, not ours: said with the usage, exit code 2. */
export class UsageError extends Error {}

/** An option: `--at <date>`, and what it does. */
export interface Option {
  flags: string
  does: string
  default?: string
  /** It can be given several times, and is a list. */
  repeated?: boolean
}

/** Options as they were given, by their long names without the dashes. */
type Values = Record<string, string | boolean | string[] | undefined>

interface Given<Read> {
  values: Read
  positionals: string[]
}

/** One command of the command line. */
export interface Command<Read = Values> {
  name: string
  /** Its arguments: `<file...>`, `<url> [file...]`. */
  takes: string
  /** Its command line behind its name, in short: `URL [--at DATE] FILE...`. */
  usage: string
  does: string
  options: readonly Option[]
  /** Command lines that can be tried. */
  examples: readonly string[]
  /** Commands below it: `writ policy check`. */
  commands?: readonly Command[]
  run(given: Given<Read>, world: World): Promise<Exit>
}

/** A command, whose `run` is given the values of its own options: commander has read them by `options`. */
export function command<Read extends object = Values>(entry: Command<Read>): Command {
  return { ...entry, run: (given, world) => entry.run(given as Given<Read>, world) }
}

export const json: Option = { flags: '--json', does: 'speaks to programs' }
