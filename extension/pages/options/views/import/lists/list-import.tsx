import { replacedBy } from '../../../../../../src/import/judge/add-to-order.ts'
import { draftOf, type Facts } from '../../../../../../src/import/draft.ts'
import { profileOf } from '../../../../../../src/import/profiles.ts'
import { IssueList } from '../../../parts/issue-list.tsx'
import type { Writ } from '../../../props.ts'
import { useSaid } from '../../../use-said.ts'
import { useWords } from '../../../use-words.ts'
import { FactsForm } from './facts-form.tsx'
import { ListReport } from './report.tsx'
import { useLists, type ListsRead } from './use-lists.ts'

export interface ListImportProps {
  files: readonly File[]
  writ: Writ
  /** Takes the draft of an order: it has been looked at, and is valid. */
  offer(name: string, text: string): void
  leaveOut(): void
}

/** Files of names on their way to an order: what was read, then the decision that they belong to. */
export function ListImport({ files, writ, offer, leaveOut }: ListImportProps) {
  const { say } = useWords()
  const said = useSaid()
  const { read, wanted, want } = useLists(files, writ)
  const name = files.map((file) => file.name).join(', ') || say('importPasted')
  const takes = (read?.judged?.counts.taken ?? 0) + (read?.judged?.counts.lifted ?? 0)
  const check = async (facts: Facts) => {
    const text = JSON.stringify(draftOf(facts, read?.judged ? replacedBy(read.judged) : []), null, 2)
    const { issues } = await writ.checkOrder(text)
    if (issues.length === 0) offer(name, text)
    return issues
  }
  return (
    <section class="card list" aria-labelledby="list" data-list={read ? 'read' : 'reading'}>
      <h3 id="list">
        <bdi>{name}</bdi>
      </h3>
      {!read && <p role="status">{say('listReading')}</p>}
      {read && read.issues.length > 0 && <IssueList issues={said(read.issues)} />}
      {read && <ListReport read={read} wanted={wanted} want={want} />}
      {read?.judged && takes > 0 && <FactsForm suggested={suggestedBy(read)} check={check} />}
      {read?.judged && takes === 0 && <p class="notice">{say('listNothing')}</p>}
      <button type="button" class="quiet" data-action="leave-out-list" onClick={leaveOut}>
        {say('actionLeaveOut', name)}
      </button>
    </section>
  )
}

/** A register that is known says what its orders are of. */
function suggestedBy({ files }: ListsRead): Facts {
  const profile = profileOf(files[0]?.profile ?? '')
  if (!profile) return {}
  return { title: profile.title, id: profile.id, jurisdiction: profile.id.slice(0, 2).toUpperCase() }
}
