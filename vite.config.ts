import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { build, defineConfig, type Plugin, type UserConfig } from 'vite'
import type { ViteUserConfig } from 'vitest/config'
import manifest from './manifest.json' with { type: 'json' }
import type { Engine } from './src/search/engine.ts'
import { homePatterns, matchPatterns } from './src/search/result-page.ts'
import { engines } from './src/search/engines.ts'
import { deep } from './test/deep/share.ts'
import { LongestFirst } from './test/deep/longest-first.ts'

type Target = 'chrome' | 'firefox'

/** Loaded on result pages only: where they are is the engines' own knowledge. */
const resultPages = {
  matches: engines.flatMap((engine) => matchPatterns(engine)),
  js: ['extension/content/search.ts'],
  css: ['extension/content/search.css'],
  run_at: 'document_start',
  // Results may stand in a frame, also in one that has no address.
  all_frames: true,
  match_about_blank: true,
}

/** Loaded on home pages, where a search may begin without a load. */
const homePages = {
  matches: engines.flatMap((engine) => homePatterns(engine)),
  js: ['extension/content/home.ts'],
  css: ['extension/content/search.css'],
  run_at: 'document_start',
}

const engineScript = (id: string) => `extension/content/engines/${id}.js`

/** What each browser would refuse, ignore or warn about is left out of its own manifest. */
function manifestFor(target: Target): ManifestV3Export {
  const { key, incognito, minimum_chrome_version, storage, browser_specific_settings, ...both } = withoutPages(manifest)
  const shared = { ...both, content_scripts: [resultPages, homePages] }
  return (
    target === 'chrome'
      ? { ...shared, key, incognito, minimum_chrome_version, storage }
      : { ...shared, browser_specific_settings }
  ) as ManifestV3Export
}

/** Preact can set markup from a string. Nothing here asks for it; without the assignment nothing ever can. */
const noMarkupFromStrings: Plugin = {
  name: 'no-markup-from-strings',
  transform: {
    filter: { id: /preact\/dist\/preact\.mjs$/ },
    handler(code) {
      const safe = code.replaceAll('.innerHTML=', '.textContent=')
      if (safe === code) throw new Error('preact sets markup in another way than this build knows of')
      return safe
    },
  },
}

type Manifest = typeof manifest
type PageKey = 'action' | 'options_ui' | 'web_accessible_resources'

/** The keys that name pages are kept from the plugin that builds the rest, and put back at the end. */
function withoutPages({
  action: _1,
  options_ui: _2,
  web_accessible_resources: _3,
  ...rest
}: Manifest): Omit<Manifest, PageKey> {
  return rest
}

type Accessible = Manifest['web_accessible_resources'][number]

/**
 * Under the extension's own id any site could fetch the block page, and see by that who has Writ. In Chromium (from 130) the
 * page then answers web pages under an id alone that is another in each session, while rules and tabs still lead to it;
 * Firefox's id is another in each profile anyway, and warns of the key.
 */
const hidden: Record<Target, (resource: Accessible) => object> = {
  chrome: (resource) => ({ ...resource, use_dynamic_url: true }),
  firefox: (resource) => resource,
}

/**
 * The pages are a build of their own, beside the rest, which is the manifest's plugin's: shared with the background, their
 * script came in ten files, and a block page a third later.
 */
function pagesBeside(target: Target): Plugin & { renderCrxManifest(built: ManifestV3Export): unknown } {
  return {
    name: 'pages-beside',
    renderCrxManifest: (built) => {
      const { action, options_ui, web_accessible_resources } = manifest
      return { ...built, action, options_ui, web_accessible_resources: web_accessible_resources.map(hidden[target]) }
    },
    async closeBundle() {
      await build({ ...pages(target), configFile: false })
    },
  }
}

/** Chromium takes `www.a.tv.` for `www.a.tv`, Firefox for another host. */
function asSpelled(engine: Engine, target: Target): Engine {
  const { hosts } = engine
  return target === 'chrome' ? engine : { ...engine, hosts: [...hosts, ...hosts.map((host) => `${host}.`)] }
}

interface ContentScript {
  js: string[]
}

interface Built {
  content_scripts: [onResults: ContentScript, onHomes: ContentScript]
}

/** Each engine's entry is a script of its own, which runs before the one that all result pages share. */
function enginesBeside(target: Target): Plugin & { renderCrxManifest(built: Built): unknown } {
  return {
    name: 'engines-beside',
    enforce: 'post',
    renderCrxManifest(built) {
      const [onResults, onHomes] = built.content_scripts
      const withEngine = (shared: ContentScript, patterns: typeof matchPatterns) =>
        engines.flatMap((engine) => {
          const matches = patterns(asSpelled(engine, target))
          return matches.length > 0 ? [{ ...shared, matches, js: [engineScript(engine.id), ...shared.js] }] : []
        })
      return {
        ...built,
        content_scripts: [...withEngine(onResults, matchPatterns), ...withEngine(onHomes, homePatterns)],
      }
    },
    async closeBundle() {
      for (const { id } of engines) await build({ ...engineBuild(id, target), configFile: false })
    },
  }
}

function engineBuild(id: string, target: Target): UserConfig {
  const entry = `engine:${id}`
  const file = JSON.stringify(resolve(`src/search/engines/${id}.ts`))
  const leaveIt: Plugin = {
    name: 'leave-engine',
    resolveId: (wanted) => (wanted === entry ? entry : undefined),
    load: (wanted) => (wanted === entry ? `import { engine } from ${file}; globalThis.writEngine = engine` : undefined),
  }
  return {
    logLevel: 'warn',
    plugins: [leaveIt],
    build: {
      ...output(target),
      license: { fileName: `licenses/engine-${id}.json` },
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: engineScript(id) } },
    },
  }
}

/**
 * Chromium then compiles the whole script at once: else it reads each function twice, and compiles it when it is first
 * called, which took a page of ten results a third longer. Comments in the source do not outlive the build.
 */
const compiledAtOnce: Plugin = {
  name: 'compiled-at-once',
  enforce: 'post',
  generateBundle(_, bundle) {
    const script = bundle['extension/content/search.js']
    if (script?.type !== 'asset')
      throw new Error('the script of result pages is built in another way than this knows of')
    script.source = `//# allFunctionsCalledOnLoad\n${script.source}`
  },
}

function pages(target: Target): UserConfig {
  return {
    logLevel: 'warn',
    plugins: [noMarkupFromStrings],
    define: { __BROWSER__: JSON.stringify(target) },
    build: {
      ...output(target),
      license: { fileName: 'licenses/pages.json' },
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ['blocked', 'popup', 'welcome', 'options'].map((page) => `extension/pages/${page}/index.html`),
      },
    },
  }
}

const oldest: Record<Target, string> = {
  chrome: `chrome${manifest.minimum_chrome_version}`,
  firefox: `firefox${Number.parseInt(manifest.browser_specific_settings.gecko.strict_min_version, 10)}`,
}

function output(target: Target) {
  return { outDir: `dist/${target}`, target: oldest[target] }
}

function extension(target: Target): UserConfig {
  return {
    logLevel: 'warn',
    plugins: [
      pagesBeside(target),
      crx({
        manifest: manifestFor(target),
        browser: target,
        contentScripts: {
          injectCss: true,
          standaloneFiles: ['extension/content/search.ts', 'extension/content/home.ts'],
        },
      }),
      enginesBeside(target),
      compiledAtOnce,
    ],
    define: { __BROWSER__: JSON.stringify(target) },
    build: {
      ...output(target),
      license: { fileName: 'licenses/background.json' },
      emptyOutDir: true,
    },
  }
}

const commandLine: UserConfig = {
  logLevel: 'warn',
  publicDir: false,
  build: {
    ssr: 'src/cli/writ.ts',
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { external: builtinModules.map((name) => `node:${name}`) },
  },
  ssr: { noExternal: true },
}

/** Two files at once, on two cores. A thread begins in a third of the time that a process takes. */
const inNode = { pool: 'threads' as const, maxWorkers: 2 }

/** Two files at once, after all other tests. */
const inBrowsers = {
  environment: 'node',
  maxWorkers: 2,
  sequence: { groupOrder: 1 },
  // What a test waits for is there within moments, but on a busy machine: a wait that is met costs nothing.
  expect: { poll: { timeout: 20_000 } },
}

/** Needs no browser, and packages the extension once for both. */
const packaging = 'test/e2e/packages.test.ts'

/** A project for each browser, in which the same files run. `.chromium.test.ts` asks for what only Chromium lets a driver do. */
function endToEnd(browser: 'chromium' | 'firefox') {
  const others = browser === 'chromium' ? [] : ['test/e2e/**/*.chromium.test.ts']
  return {
    extends: true as const,
    test: {
      ...inBrowsers,
      name: `e2e-${browser}`,
      include: ['test/e2e/**/*.test.ts'],
      exclude: [packaging, ...others],
      provide: { browser },
      globalSetup: browser === 'firefox' ? ['test/harness/firefox-profile.ts'] : [],
    },
  }
}

const tests: ViteUserConfig = {
  define: { __BROWSER__: JSON.stringify('chrome') },
  test: {
    // A test that hangs is ended; one that a busy machine slows down is not.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    // The style of the public register is part of what is written; other styles are for browsers alone.
    css: { include: /public-register/ },
    tags: [{ name: 'long', description: 'long by nature: see test/deep', timeout: deep ? 6 * 3_600_000 : 600_000 }],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles: 'test/deep/drawing.ts',
          ...inNode,
        },
      },
      {
        extends: true,
        test: { name: 'dom', include: ['test/dom/**/*.test.{ts,tsx}'], environment: 'happy-dom', ...inNode },
      },
      // Real name servers and proxies over exported files.
      {
        extends: true,
        test: { ...inBrowsers, name: 'servers', include: ['test/servers/**/*.test.ts'], environment: 'node' },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
      { extends: true, test: { ...inBrowsers, name: 'e2e-packages', include: [packaging] } },
    ],
  },
}

/** What `npm run bench` measures in Node. */
const bench: UserConfig = {
  ...commandLine,
  build: { ...commandLine.build, ssr: 'test/bench/core.ts', outDir: 'dist/bench' },
}

/** The client of feeds alone, for the official tests of TUF clients (see CONTRIBUTING.md). */
const feedClient: UserConfig = {
  ...commandLine,
  build: { ...commandLine.build, ssr: 'test/conformance/core.ts', outDir: 'dist/conformance' },
}

export default defineConfig(({ mode }) => {
  if (process.env.VITEST) return tests as UserConfig
  if (mode === 'cli') return commandLine
  if (mode === 'bench') return bench
  if (mode === 'conformance') return feedClient
  return extension(mode === 'firefox' ? 'firefox' : 'chrome')
})
