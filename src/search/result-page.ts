import type { Engine } from './engine.ts'

/** Where an engine's result pages are, as match patterns of the manifest: `*://*.a.tv/search*`. */
export function matchPatterns({ hosts, paths }: Engine): string[] {
  return hosts.flatMap((host) => paths.map((path) => `*://${host}${path}`))
}

/**
 * Where an engine's home pages are, on which a search may begin without a load: `*://*.a.tv/`. None where a home page is no
 * other than a result page.
 */
export function homePatterns({ hosts, paths }: Engine): string[] {
  const homes = ['/', '/?*'].filter((home) => !paths.includes(home) && !paths.includes('/*'))
  return hosts.flatMap((host) => homes.map((home) => `*://${host}${home}`))
}

/** @param path with the query */
export function isResultPath(path: string, { paths }: Pick<Engine, 'paths'>): boolean {
  return paths.some((one) => expression(one).test(path))
}

function expression(path: string): RegExp {
  return new RegExp(`^${path.split('*').map(escaped).join('.*')}$`, 's')
}

function escaped(text: string): string {
  return text.replaceAll(/[.?+^$()|[\]{}\\]/g, String.raw`\$&`)
}
