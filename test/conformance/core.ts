/** What the official tests of TUF clients need of the core. */
export { findTarget, readTarget } from '../../src/feed/tuf/search.ts'
export { update } from '../../src/feed/tuf/update.ts'
export { fit } from '../../src/feed/tuf/repository.ts'
export { settle } from '../../src/feed/tuf/refusal.ts'
