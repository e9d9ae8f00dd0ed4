import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { build, installBrowsers, installPackages, script } from './install.mjs'

const folder = 'test-results/gallery'

/**
 * `npm run gallery`: a picture of every page in every state, language, theme and width, by the real extension in a real
 * browser, with an index; and what is to be seen to be wrong. `--language fr,de`, `--state popup` (a part of the name) and
 * `--firefox` (as it stands, light) show some.
 */
await script(async () => {
  const { values } = parseArgs({
    options: { language: { type: 'string' }, state: { type: 'string', default: '' }, firefox: { type: 'boolean' } },
  })
  const name = values.firefox ? 'firefox' : 'chromium'
  installPackages()
  installBrowsers([name])
  build()
  const { tongues } = await import('../gallery/tongues.mjs')
  const { paint } = await import('../gallery/paint.mjs')
  const { contents } = await import('../gallery/contents.mjs')
  const { startInternet } = await import('../harness/internet.mjs')

  rmSync(folder, { recursive: true, force: true })
  const internet = await startInternet()
  /** @type {import('../gallery/contents.mjs').Picture[]} */
  const pictures = []
  for (const tongue of values.language?.split(',') ?? Object.keys(tongues)) {
    const spoken = tongues[tongue] ?? { language: tongue }
    mkdirSync(`${folder}/${tongue}`, { recursive: true })
    const painting = paint(name, { internet, ...spoken }, values.state)
    for await (const { state, appearance, png, faults } of painting) {
      const file = `${tongue}/${state}.${appearance}.png`
      writeFileSync(`${folder}/${file}`, png)
      pictures.push({ file, state, language: tongue, appearance, faults })
      for (const fault of faults) console.log(`${file}: ${fault}`)
    }
  }
  await internet.close()
  writeFileSync(`${folder}/index.html`, contents(pictures))
  console.log(`${pictures.length} pictures: ${folder}/index.html`)
  if (pictures.some(({ faults }) => faults.length > 0)) process.exitCode = 1
})
