import { configureGlobal } from 'fast-check'
import { seed, share } from './share.ts'

/** Read before the unit tests of each file: what fast-check draws is drawn by the seed, so a failure comes again. */
configureGlobal({ seed, numRuns: share(1000) })
