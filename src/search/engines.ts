import type { Engine } from './engine.ts'
import { aol } from './engines/aol.ts'
import { baidu } from './engines/baidu.ts'
import { bing } from './engines/bing.ts'
import { brave } from './engines/brave.ts'
import { duckduckgo } from './engines/duckduckgo.ts'
import { ecosia } from './engines/ecosia.ts'
import { google } from './engines/google.ts'
import { kagi } from './engines/kagi.ts'
import { mojeek } from './engines/mojeek.ts'
import { orange } from './engines/orange.ts'
import { qwant } from './engines/qwant.ts'
import { searxng } from './engines/searxng.ts'
import { startpage } from './engines/startpage.ts'
import { yahoo } from './engines/yahoo.ts'
import { yahooJapan } from './engines/yahoo-japan.ts'
import { yandex } from './engines/yandex.ts'

/**
 * Every search engine that is known, each by its own file. What stands there was seen on saved result pages from 2019 on,
 * or in public parsers of them; forms that only older pages have are left out.
 */
export const engines: Engine[] = [
  google,
  bing,
  yahoo,
  orange,
  duckduckgo,
  qwant,
  ecosia,
  brave,
  startpage,
  yandex,
  baidu,
  mojeek,
  aol,
  kagi,
  yahooJapan,
  searxng,
]
