import { browser } from './browser.ts'
import { parseUrl } from '../../src/parse-url.ts'

/** Hosts that Writ itself needs: the one from which the browser is told to fetch its updates, where a package names one. */
export function ownServices(): string[] {
  const { update_url: ofChromium, browser_specific_settings: ofFirefox } = browser.runtime.getManifest() as Updated
  return [ofChromium, ofFirefox?.gecko?.update_url].flatMap((url) =>
    [parseUrl(url ?? '')?.hostname ?? ''].filter((host) => host !== ''),
  )
}

interface Updated {
  update_url?: string
  browser_specific_settings?: { gecko?: { update_url?: string } }
}
