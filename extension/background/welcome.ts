import { browser } from '../platform/browser.ts'
import { pages } from '../platform/addresses.ts'
import { readEffective } from '../store/reader.ts'
import { isByOrganisation, readManaged, rememberManaged } from './managed.ts'
import { reconcile } from './reconcile.ts'

/** Milliseconds. Chromium 156 took two to three seconds. */
const patience = 10_000

/** Opens the welcome page of a new installation, unless the administrator does not want it. */
export async function welcome(): Promise<void> {
  await firstPolicy()
  await rememberManaged(await readManaged())
  await reconcile()
  if (!(await readEffective()).settings.disableFirstRunPage) await browser.tabs.create({ url: pages.welcome })
}

/**
 * Chromium installs by policy first and hands the settings over some seconds later; until then there seem to be none. An
 * installation by a person does not wait.
 */
async function firstPolicy(): Promise<void> {
  const given = await readManaged()
  if ('unread' in given || Object.keys(given.values).length > 0 || !(await isByOrganisation())) return
  const { onChanged } = browser.storage
  await new Promise<void>((done) => {
    const end = () => {
      onChanged.removeListener(look)
      clearTimeout(timer)
      done()
    }
    const look = (_: unknown, area: string) => {
      if (area === 'managed') end()
    }
    const timer = setTimeout(end, patience)
    onChanged.addListener(look)
  })
}
