import { everywhere as bing } from './engines/bing.ts'
import { everywhere as google } from './engines/google.ts'
import { everywhere as yandex } from './engines/yandex.ts'
import type { Wrapping } from './wrapping.ts'

/** Archives show another site's page at an address of their own, whichever engine links to them. */
const archives: Record<string, Wrapping[]> = {
  archive: [
    {
      // /web/<address>, /web/<time or *>/<address>
      at: /^https?:\/\/web\.archive\.org\/web\/./,
      to: (url) => [/^\/web\/(?:[\d*]+[a-z_]*\/)?(.+)$/s.exec(url.pathname + url.search)?.[1]],
    },
    {
      // archive.ph/<address>, /newest/<address>, /<time>/<address>, /o/<id>/<address>; not /<id>, of which nothing can be told
      at: /^https?:\/\/archive\.(?:fo|is|li|md|ph|today|vn)\/(?:\w+\/){0,2}[\w.%-]+[:.]/,
      to: (url) => [/^\/(?:(?:newest|oldest|timegate|\d{4,14}|o\/\w+)\/)?(.+)$/s.exec(url.pathname + url.search)?.[1]],
    },
  ],
}

/**
 * Advertisements of an engine that others show, and services that show another site's page at an address of their own
 * (translations, caches, AMP), by the name in their host.
 */
const services: Record<string, Wrapping[]> = { ...archives, ...bing, ...google, ...yandex }

const serviceHosts = new RegExp(String.raw`(?:^|\.)(${Object.keys(services).join('|')})(?:\.[a-z.]+)?$`)

/**
 * The services that may answer at a host, on every engine: most links lead elsewhere, and need no closer look.
 *
 *   www.google.fr   google
 *   a.tv            none
 */
export function servicesAt(hostname: string): readonly Wrapping[] {
  return services[serviceHosts.exec(hostname)?.[1] ?? ''] ?? []
}
