import { publishedArea, publishedKey } from '../messages/published.ts'
import { browser, build } from '../platform/browser.ts'
import { watchAtStart } from '../store/watch-at-start.ts'
import { onNextChange } from './alarm.ts'
import { answer } from './answer-pages.ts'
import { changeSettings } from './change-settings.ts'
import { addToMenu, answerKeyword, answerMenu } from './ask-by-name.ts'
import { closeStorage } from './close-storage.ts'
import { onFeedsDue } from './feeds/feed-alarm.ts'
import { pollDue } from './feeds/follow.ts'
import { handlers } from './handlers.ts'
import { readManaged, rememberManaged } from './managed.ts'
import { coverPrivateTabs } from './copy-for-private-windows.ts'
import { takeOver } from './private-changes.ts'
import { reconcile } from './reconcile.ts'
import { dropRemoved } from './removed-orders.ts'
import { publishAgain } from './search-filter.ts'
import { answerSearchPages } from './answer-search-pages.ts'
import { applyUpdates } from './update.ts'
import { wake } from './wake.ts'
import { watchErrors, watchNavigations, watchPastSleep, watchViews } from './watch.ts'
import { welcome } from './welcome.ts'

// Every listener is registered in this first turn: the event that woke the background is given to nobody else.
closeStorage()
answer(handlers)
answerSearchPages()
answerMenu()
answerKeyword()
watchErrors()
watchViews()
applyUpdates()
watchNavigations(watchAtStart.get())
watchPastSleep()
coverPrivateTabs()
onNextChange(() => void reconcile())
onFeedsDue(() => void pollDue())
browser.runtime.onStartup.addListener(
  () => void reconcile({ verify: true, change: ({ db, kept }) => dropRemoved(db, kept) }),
)
browser.permissions.onAdded.addListener(() => void reconcile())
browser.permissions.onRemoved.addListener(() => void reconcile())
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'managed') void applyManaged().then(pollDue)
  // Chromium's alone: in Firefox the area is open to scripts on web pages, and private windows share the background.
  if (build === 'chrome' && area === 'local' && !browser.extension.inIncognitoContext)
    void takeOver(changes, changeSettings)
  if (area === publishedArea && publishedKey in changes) void publishAgain()
})
browser.runtime.onInstalled.addListener(({ reason }) => {
  void addToMenu()
  void reconcile({ verify: true }).then(() => (reason === 'install' ? welcome() : undefined))
})

void wake().then(applyManaged).then(pollDue)

/** The last known policy is applied by then; this brings in the one that the browser has now. */
async function applyManaged(): Promise<void> {
  if (await rememberManaged(await readManaged())) await reconcile()
}
