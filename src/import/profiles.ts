import { firstLines } from './lines.ts'
import { czBlacklist } from './profiles/cz-blacklist.ts'
import { czMfcr } from './profiles/cz-mfcr.ts'
import { deCuii } from './profiles/de-cuii.ts'
import { esLiga } from './profiles/es-liga.ts'
import { frAnnex } from './profiles/fr-annex.ts'
import { itAgcom } from './profiles/it-agcom.ts'
import { itCncpo } from './profiles/it-cncpo.ts'
import { itTests } from './profiles/it-tests.ts'
import { ltLb } from './profiles/lt-lb.ts'
import { plCert } from './profiles/pl-cert.ts'
import { plHazard } from './profiles/pl-hazard.ts'
import type { Profile } from './profiles/profile.ts'
import { ruXml } from './profiles/ru-xml.ts'
import { ruZi } from './profiles/ru-zi.ts'
import { twRpz } from './profiles/tw-rpz.ts'
import { uaNcu } from './profiles/ua-ncu.ts'
import { uaRpz } from './profiles/ua-rpz.ts'

/** Every register that is known by name. */
export const profiles: readonly Profile[] = [
  czBlacklist,
  czMfcr,
  deCuii,
  esLiga,
  frAnnex,
  itAgcom,
  itCncpo,
  itTests,
  ltLb,
  plCert,
  plHazard,
  ruXml,
  ruZi,
  twRpz,
  uaNcu,
  uaRpz,
]

export function profileOf(id: string): Profile | undefined {
  return profiles.find((profile) => profile.id === id)
}

/** The register whose sign stands in a text's first lines. */
export function guessProfile(text: string): Profile | undefined {
  const start = firstLines(text, 12)
    .join('\n')
    .replace(/^\ufeff/, '')
  return profiles.find(({ sign }) => sign?.test(start))
}
