import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { filesIn, zip } from '../scripts/packaging/archive.mjs'
import { bounded } from './rows.mjs'

const built = 'dist/chrome'

/**
 * What of the build for Chrome has to travel, or to be read: KB of 1,024 bytes. The package may grow by 25 KB with each large part,
 * and by 45 with the import of registers: 330 at first, seven such parts since.
 *
 * @returns {import('./rows.mjs').Row[]} */
export function sizes() {
  const engines = readdirSync(`${built}/extension/content/engines`).map((name) => `extension/content/engines/${name}`)
  // The background's own file is named after its source.
  const ofPages = readdirSync(`${built}/assets`).filter((file) => /\.(js|css)$/.test(file) && !file.includes('.ts-'))
  const lists = ofPages.filter((file) => file.startsWith('import-'))
  const sum = (/** @type {string[]} */ files) => files.reduce((kb, file) => kb + gzipped(`assets/${file}`), 0)
  const pages = sum(ofPages.filter((file) => !lists.includes(file)))
  return [
    bounded('content script, gzipped', gzipped('extension/content/search.js'), 12, 'KB'),
    bounded('with it, an engine’s entry, gzipped, at most', Math.max(...engines.map(gzipped)), undefined, 'KB'),
    bounded(`code of all pages, gzipped: ${ofPages.length - lists.length} files`, pages, 64, 'KB'),
    bounded('what brings orders and lists in, loaded when it is used, gzipped', sum(lists), 45, 'KB'),
    bounded('the package for Chrome, zipped', zip(filesIn(built)).length / 1024, 525, 'KB'),
  ]
}

/** @param {string} file */
function gzipped(file) {
  return gzipSync(readFileSync(`${built}/${file}`), { level: 9 }).length / 1024
}
