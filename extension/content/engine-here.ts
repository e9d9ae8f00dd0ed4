import type { Engine } from '../../src/search/engine.ts'

declare global {
  /** The engine whose page this is: its own script, which runs before the others, leaves it here. */
  var writEngine: Engine
}
