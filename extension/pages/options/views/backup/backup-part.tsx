import { useState } from 'preact/hooks'
import type { Issue } from '../../../../../src/order/issue.ts'
import { IssueList } from '../../parts/issue-list.tsx'
import type { PartProps } from '../../props.ts'
import { useSaid } from '../../use-said.ts'
import { useWords } from '../../use-words.ts'
import { backupOf, backupText, readBackup, restore, type Backup } from './backup.ts'

/** Saves a person's own orders and choices as a file, and puts them back. What a file would bring is said before it does. */
export function BackupPart({ known, writ }: PartProps) {
  const { say, count, list } = useWords()
  const said = useSaid()
  const [found, setFound] = useState<Backup>()
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const [done, setDone] = useState('')
  const save = async () => {
    const at = new Date(known.now).toISOString()
    writ.download(`writ-${at.slice(0, 10)}.json`, 'application/json', backupText(await backupOf(known, writ), at))
  }
  const read = async (file: File | undefined) => {
    const backup = readBackup(file ? await file.text() : '')
    setDone('')
    setFound(backup.ok ? backup.value : undefined)
    setIssues(backup.ok ? [] : backup.issues)
  }
  const putBack = async () => {
    const refused = await restore(found!, writ)
    setIssues(refused)
    setFound(undefined)
    if (refused.length === 0) setDone(say('backupRestored'))
  }
  return (
    <section aria-labelledby="backup">
      <h3 id="backup">{say('backupTitle')}</h3>
      <p class="quiet">{say('backupLead')}</p>
      <div class="actions">
        <button type="button" data-action="save-backup" onClick={() => void save()}>
          {say('actionSaveBackup')}
        </button>
        <label class="button">
          {say('actionRestore')}
          <input
            type="file"
            name="backup"
            accept="application/json,.json"
            onChange={({ currentTarget }) => {
              void read(currentTarget.files?.[0])
              // The same file can be chosen again.
              currentTarget.value = ''
            }}
          />
        </label>
      </div>
      <div role="status">
        {done}
        <IssueList issues={said(issues)} />
        {found && (
          <p class="banner">
            {list([
              count('ordersFound', found.orders.length),
              count('backupChoices', Object.keys(found.choices).length),
            ])}{' '}
            <button type="button" data-action="put-back" onClick={() => void putBack()}>
              {say('actionPutBack')}
            </button>
          </p>
        )}
      </div>
    </section>
  )
}
