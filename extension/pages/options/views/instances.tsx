import { useState } from 'preact/hooks'
import { parseQuery } from '../../../../src/names/query.ts'
import { focusPart } from '../parts/focus.ts'
import { IssueList, type Told } from '../parts/issue-list.tsx'
import { Locked } from '../parts/switch.tsx'
import { useSave } from '../parts/use-save.ts'
import type { PartProps } from '../props.ts'
import { useWords } from '../use-words.ts'

/** SearXNG is run by many: its instances are named one by one. */
export function Instances(props: PartProps) {
  const { say } = useWords()
  const { known } = props
  const { refused, removed, undo, ...change } = useInstances(props)
  const { searxngInstances: instances } = known.state.effective.settings
  const isLocked = known.state.effective.locked.includes('searxngInstances')
  return (
    <fieldset>
      <legend>{say('instancesTitle')}</legend>
      <p class="quiet">{say('instancesLead')}</p>
      <Locked known={known} setting="searxngInstances" />
      <ul class="instances">
        {instances.map((host) => (
          <li key={host}>
            <bdi>{host}</bdi>{' '}
            {!isLocked && (
              <button type="button" class="quiet" onClick={() => void change.remove(host)}>
                {say('actionRemove', host)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!isLocked && <NewInstance {...change} wrong={refused.length > 0} />}
      <div role="status" id="instance-said">
        <IssueList issues={refused} />
        {removed && (
          <p class="banner">
            {say('instanceRemoved', removed)}{' '}
            <button type="button" onClick={() => void undo()}>
              {say('actionUndo')}
            </button>
          </p>
        )}
      </div>
    </fieldset>
  )
}

function useInstances({ known, writ }: PartProps) {
  const { say } = useWords()
  const instances = known.state.effective.settings.searxngInstances
  const { refused, save, forget } = useSave(writ)
  const [removed, setRemoved] = useState<string>()
  const saveWith = (host: string) => save({ searxngInstances: [...new Set([...instances, host])] })
  /** Says whether it was added. */
  const add = async (typed: string) => {
    const host = parseQuery(typed)?.host ?? typed
    const added = await saveWith(host)
    if (added && host === removed) setRemoved(undefined)
    return added
  }
  const remove = async (host: string) => {
    await save({ searxngInstances: instances.filter((one) => one !== host) })
    setRemoved(host)
    focusPart()
  }
  const undo = async () => {
    if (removed) await saveWith(removed)
    setRemoved(undefined)
    focusPart()
  }
  // What was typed is the only value that can be wrong: the others were taken before.
  const told = refused.map((issue): Told =>
    issue.code === 'setting-value' ? { ...issue, path: '', said: say('instancesWrong') } : issue,
  )
  return { refused: told, forget, add, remove, removed, undo }
}

type NewInstanceProps = Pick<ReturnType<typeof useInstances>, 'add' | 'forget'> & { wrong: boolean }

function NewInstance({ add, forget, wrong }: NewInstanceProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (await add(typed.trim())) setTyped('')
  }
  return (
    <form class="filter" onSubmit={(event) => void submit(event)}>
      <label class="wide">
        {say('instancesAdd')}
        <input
          name="instance"
          spellcheck={false}
          inputMode="url"
          aria-invalid={wrong}
          aria-describedby="instance-said"
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            forget()
          }}
        />
      </label>
      <button type="submit" data-action="add-instance">
        {say('actionAdd')}
      </button>
    </form>
  )
}
