import type { Choice } from '../standing/application.ts'
import alloStreaming from './fr-tgi-paris-11-60013.json' with { type: 'json' }
import t411 from './fr-tgi-paris-t411.json' with { type: 'json' }
import bein from './fr-tj-paris-22-50416.json' with { type: 'json' }
import newzbin2 from './gb-ewhc-2011-2714-newzbin2.json' with { type: 'json' }
import firstRow from './gb-hc13f02471-firstrow.json' with { type: 'json' }

/**
 * The orders that come with the extension. AlloStreaming is applied as far as its term goes, which has ended: so nothing
 * is, until someone chooses to go beyond it. The others are listed, and applied only where someone chooses that.
 */
export const bundled: readonly { document: { id: string }; choice: Choice }[] = [
  { document: alloStreaming, choice: 'apply' },
  { document: t411, choice: 'list' },
  { document: bein, choice: 'list' },
  { document: newzbin2, choice: 'list' },
  { document: firstRow, choice: 'list' },
]
