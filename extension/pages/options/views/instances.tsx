import { useState } from 'preact/hooks'
import { parseQuery } from '../../../../src/names/query.ts'
import { focusPart } from '../parts/focus.ts'
import type { PartProps } from '../props.ts'
import { IssueList, type Told } from '../parts/issue-list.tsx'
import { useSave } from '../parts/use-save.ts'
import { Locked } from '../parts/switch.tsx'
import { useWords } from '../use-words.ts'

/** SearXNG is run by many: its instances are named one by one. */
export function Instances({ known, writ }: PartProps) {
  const { say } = useWords()
  const { settings, locked } = known.state.effective
  const isLocked = locked.includes('searxngInstances')
  const instances = settings.searxngInstances
  const [typed, setTyped] = useState('')
  const { refused, save, forget } = useSave(writ)
  // What was typed is the only value that can be wrong: the others were taken before.
  const told = refused.map((issue): Told =>
    issue.code === 'setting-value' ? { ...issue, path: '', said: say('instancesWrong') } : issue,
  )
  const [removed, setRemoved] = useState<string>()
  const add = async () => {
    const host = parseQuery(typed.trim())?.host ?? typed.trim()
    if (!(await save({ searxngInstances: [...new Set([...instances, host])] }))) return
    if (host === removed) setRemoved(undefined)
    setTyped('')
  }
  const remove = async (host: string) => {
    await save({ searxngInstances: instances.filter((one) => one !== host) })
    setRemoved(host)
    focusPart()
  }
  const undo = async () => {
    if (removed) await save({ searxngInstances: [...new Set([...instances, removed])] })
    setRemoved(undefined)
    focusPart()
  }
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
              <button type="button" class="quiet" onClick={() => void remove(host)}>
                {say('actionRemove', host)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!isLocked && (
        <form
          class="filter"
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <label class="wide">
            {say('instancesAdd')}
            <input
              name="instance"
              spellcheck={false}
              inputMode="url"
              aria-invalid={refused.length > 0}
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
      )}
      <div role="status" id="instance-said">
        <IssueList issues={told} />
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
