import { render } from 'preact'
import { browser } from '../../platform/browser.ts'
import {
  chooseOrder,
  listOrders,
  requestAccess,
  requestPrivacyControl,
  saveSettings,
  state,
} from '../../platform/writ.ts'
import { importOrders, register, removeOrder } from '../../platform/library.ts'
import { presentPage, words } from '../words.ts'
import type { ImportOutcome } from './import-order.tsx'
import { Options, type OptionsActions } from './view.tsx'

const actions: OptionsActions = {
  choose: (id, choice) => void chooseOrder(id, choice).then(() => show()),
  remove: (key) => void removeOrder(key).then(() => show()),
  importText: (text) =>
    void importOrders([text]).then((result) =>
      show(result.ok ? { added: result.value.ids.join(), issues: [] } : { issues: result.issues }),
    ),
  save: (patch) => void save(patch).then(() => show()),
  allow: () => void requestAccess().then(() => show()),
}

/** Switching prediction off takes a permission, which a browser gives only in answer to a click: this one. */
async function save(patch: Parameters<OptionsActions['save']>[0]): Promise<void> {
  if (patch.neverContact && !(await requestPrivacyControl())) return
  await saveSettings(patch)
}

let outcome: ImportOutcome = { issues: [] }

async function show(latest = outcome): Promise<void> {
  outcome = latest
  const [orders, known, entries] = await Promise.all([listOrders(), state(), register()])
  presentPage(words.say('optionsTitle'))
  render(
    <Options words={words} orders={orders} state={known} register={entries} outcome={outcome} actions={actions} />,
    document.getElementById('page')!,
  )
  performance.mark('readable')
}

void show()
browser.storage.onChanged.addListener(() => void show())
