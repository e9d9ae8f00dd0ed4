import { check } from './commands/check.ts'
import { completion } from './commands/completion.ts'
import { delegate } from './commands/delegate.ts'
import { diff } from './commands/diff.ts'
import { explain } from './commands/explain.ts'
import { exportLists } from './commands/export.ts'
import { importLists } from './commands/import.ts'
import { keygen } from './commands/keygen.ts'
import { newOrder } from './commands/new.ts'
import { policy } from './commands/policy.ts'
import { publish } from './commands/publish.ts'
import { refresh } from './commands/refresh.ts'
import { rotate } from './commands/rotate.ts'
import { serve } from './commands/serve.ts'
import { sign } from './commands/sign.ts'
import { status } from './commands/status.ts'
import { supplement } from './commands/supplement.ts'
import { verify } from './commands/verify.ts'
import type { Command } from './command.ts'

/** Every command, by what it is about. */
export const table: readonly { title: string; commands: readonly Command[] }[] = [
  { title: 'Orders', commands: [newOrder, importLists, check, explain, status, diff, supplement, exportLists] },
  { title: 'Fleets (docs/deploy.md)', commands: [policy] },
  { title: 'Feeds (docs/feed.md)', commands: [keygen, publish, sign, rotate, delegate, refresh, verify, serve] },
  { title: 'Shells', commands: [completion(() => table)] },
]
