import type { World } from './command.ts'

/** How long something may take before it is said how far it is, and how often then, in milliseconds. */
const patience = { terminal: 1000, elsewhere: 10_000 }

/** How many steps are taken before the clock is looked at again. */
const stride = 4096

/** Counts steps of something long, and says on a terminal how many there were; elsewhere in a line now and then. */
export class Progress {
  readonly #world: World
  readonly #what: string
  readonly #every: number
  #count = 0
  #last: number
  #said = false

  constructor(what: string, world: World) {
    this.#world = world
    this.#what = what
    this.#every = world.progress ? patience.terminal : patience.elsewhere
    this.#last = world.now()
  }

  step(): void {
    if (++this.#count % stride !== 0 || this.#world.now() - this.#last < this.#every) return
    this.#last = this.#world.now() - (this.#world.progress ? this.#every - 100 : 0)
    this.#said = true
    const text = `${this.#what}: ${this.#count} entries`
    if (this.#world.progress) this.#world.progress(text)
    else this.#world.error(text)
  }

  end(): void {
    if (this.#said) this.#world.progress?.('')
  }
}
