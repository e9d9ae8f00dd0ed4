import { existsSync } from 'node:fs'

/** Where browsers usually are; the environment variable goes first. */
const places = {
  chromium: [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    `${process.env.LOCALAPPDATA}\\Chromium\\Application\\chrome.exe`,
  ],
  firefox: [
    process.env.FIREFOX,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    `${process.env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`,
  ],
}

/** @typedef {keyof typeof places} BrowserName */

/** The executable of a browser, or undefined where there is none. @param {BrowserName} name */
export function findBrowser(name) {
  return places[name].find((path) => path !== undefined && existsSync(path))
}
