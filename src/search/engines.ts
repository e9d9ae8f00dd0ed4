import type { Engine } from './engine.ts'
import { engine as so } from './engines/360.ts'
import { engine as aol } from './engines/aol.ts'
import { engine as ask } from './engines/ask.ts'
import { engine as baidu } from './engines/baidu.ts'
import { engine as bing } from './engines/bing.ts'
import { engine as brave } from './engines/brave.ts'
import { engine as duckduckgo } from './engines/duckduckgo.ts'
import { engine as ecosia } from './engines/ecosia.ts'
import { engine as google } from './engines/google.ts'
import { engine as kagi } from './engines/kagi.ts'
import { engine as metager } from './engines/metager.ts'
import { engine as mojeek } from './engines/mojeek.ts'
import { engine as naver } from './engines/naver.ts'
import { engine as orange } from './engines/orange.ts'
import { engine as qwant } from './engines/qwant.ts'
import { engine as searxng } from './engines/searxng.ts'
import { engine as seznam } from './engines/seznam.ts'
import { engine as sogou } from './engines/sogou.ts'
import { engine as startpage } from './engines/startpage.ts'
import { engine as swisscows } from './engines/swisscows.ts'
import { engine as tOnline } from './engines/t-online.ts'
import { engine as yahooJapan } from './engines/yahoo-japan.ts'
import { engine as yahoo } from './engines/yahoo.ts'
import { engine as yandex } from './engines/yandex.ts'

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
  swisscows,
  metager,
  ask,
  tOnline,
  seznam,
  naver,
  sogou,
  so,
  searxng,
]
