import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { checkPolicies } from '../../src/deployment/check/check.ts'
import type { PolicyBytes } from '../../src/deployment/check/finding.ts'
import { deep, long, shareOf } from '../deep/share.ts'
import rows from '../fixtures/policies/browser-rows.json' with { type: 'json' }
import { canDeploy } from '../harness/deployment.ts'
import { chromiumId, firefoxId, launch } from '../harness/launch.mjs'
import { orderText } from '../harness/orders.mjs'
import { policiesPage, takenByChromium, takenByFirefox, turnFile, type Taken } from '../harness/policies-taken.ts'

type Content = string | { utf16le: string } | { latin1: string } | { link: string }

interface Row {
  name: string
  files: Record<string, Content>
}

/**
 * The id that policies install. Settings are looked for at the extension that a driver has loaded, which a policy that installed it
 * would take away: they stand under both ids.
 */
const installedId = 'mnopabcdefghijklmnopabcdefghijkl'

/** What a real browser takes of a folder of policies, beside what `writ policy check` says of the same files. */
describe.runIf(canDeploy).each([inject('browser')])('policy files as %s reads them', (name) => {
  const own = mkdtempSync(join(tmpdir(), 'writ-rows-'))
  const folder = join(own, 'policies/managed')
  const order = JSON.stringify(orderText({ id: 'some-order', targets: ['first.example'] })).slice(1, -1)

  /** Texts inside texts escape what they hold once more. */
  function filled(text: string): string {
    const escaped = JSON.stringify(order).slice(1, -1)
    const isNested = text.includes('\\"{ORDER}')
    return text
      .replaceAll('{ORDER}', isNested ? escaped : order)
      .replaceAll('{ID}', installedId)
      .replaceAll('{LOADED}', chromiumId)
      .replaceAll('{FID}', firefoxId)
  }

  function put({ files }: Row): void {
    for (const file of readdirSync(folder)) rmSync(join(folder, file), { recursive: true })
    for (const [file, content] of Object.entries(files)) {
      const path = join(folder, file)
      mkdirSync(dirname(path), { recursive: true })
      if (typeof content === 'string') writeFileSync(path, filled(content))
      else if ('utf16le' in content) writeFileSync(path, Buffer.from(filled(content.utf16le), 'utf16le'))
      else if ('latin1' in content) writeFileSync(path, Buffer.from(filled(content.latin1), 'latin1'))
      else {
        writeFileSync(join(own, 'linked.json'), filled(content.link))
        symlinkSync(join(own, 'linked.json'), path)
      }
    }
  }

  /** The folder as the command line hands it to the check: under the name that the browser knows it by. */
  function lying(): PolicyBytes[] {
    const place = name === 'chromium' ? '/etc/chromium/policies/managed' : '/etc/firefox/policies'
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
    return paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => ({ path: `${place}/${path}`, bytes: readFileSync(join(folder, path)) }))
  }

  function said(): Taken & { findings: string[] } {
    const { standings, findings, enforces } = checkPolicies(lying(), Date.now(), [installedId, firefoxId])
    const [standing] = standings
    const own = [...findings, ...(standing?.wanting ?? [])].filter(({ path }) => !path.includes(chromiumId))
    const codes = [...new Set(own.map(({ code }) => code))].toSorted()
    const compared = name === 'chromium' ? ['private windows', 'guest'] : ['private windows', 'troubleshoot mode']
    return {
      installs: standing?.installs ?? false,
      settings: standing?.settings ?? 0,
      closed: compared.filter((way) => standing?.layers.covered.includes(way)),
      findings: codes.length === 0 && !enforces ? ['nothing of Writ'] : codes,
    }
  }

  it('are read by its check as by itself, case by case', long, async () => {
    mkdirSync(folder, { recursive: true })
    const extension = name === 'chromium' ? {} : ({ extension: false } as const)
    const browser = await launch(name, { ...extension, language: 'en', bound: folder })
    try {
      const page = await policiesPage(browser)
      const table: string[] = []
      const differing: object[] = []
      for (const [turn, row] of shareOf(rows[name] as Row[]).entries()) {
        put(row)
        if (name === 'chromium') writeFileSync(join(folder, turnFile(turn).name), turnFile(turn).text)
        const did = await (name === 'chromium'
          ? takenByChromium(page, installedId, chromiumId, turn)
          : takenByFirefox(page, firefoxId))
        const { findings, ...check } = said()
        if (JSON.stringify(did) !== JSON.stringify(check)) differing.push({ row: row.name, did, check })
        table.push(`| ${row.name} | ${words(did)} | ${words(check)}; ${findings.join(', ') || 'nothing wrong'} |`)
      }
      expect(differing).toEqual([])
      if (!deep) return
      const head = ['| case | browser did | check said |', '| --- | --- | --- |']
      await expect(`${[...head, ...table].join('\n')}\n`).toMatchFileSnapshot(
        `../fixtures/policies/read-by-${name}.txt`,
      )
    } finally {
      await browser.close()
      rmSync(own, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})

function words({ installs, settings, closed }: Taken): string {
  return [installs ? 'installs' : 'does not install', `${settings} settings`, ...closed].join(', ')
}
