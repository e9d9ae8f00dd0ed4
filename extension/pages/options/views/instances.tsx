import { useState } from 'preact/hooks'
import { parseQuery } from '../../../../src/names/query.ts'
import { focusPart } from '../parts/focus.ts'
import type { PartProps } from '../props.ts'
import { Locked } from '../parts/switch.tsx'

/** SearXNG is run by many: its instances are named one by one. */
export function Instances({ words, known, writ }: PartProps) {
  const { say } = words
  const { settings, locked } = known.state.effective
  const isLocked = locked.includes('searxngInstances')
  const instances = settings.searxngInstances
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [removed, setRemoved] = useState<string>()
  const add = async () => {
    // Hosts are read as the background reads them, else the script would never run there. With its list of public
    // suffixes the reader is larger than this page, which needs it nowhere else.
    const { normalizeHost } = await import('../../../../src/order/hostname.ts')
    const named = normalizeHost(parseQuery(typed.trim())?.host ?? typed.trim())
    setWrong(!named.ok)
    if (!named.ok) return
    await writ.save({ searxngInstances: [...new Set([...instances, named.host])] })
    if (named.host === removed) setRemoved(undefined)
    setTyped('')
  }
  const remove = async (host: string) => {
    await writ.save({ searxngInstances: instances.filter((one) => one !== host) })
    setRemoved(host)
    focusPart()
  }
  const undo = async () => {
    if (removed) await writ.save({ searxngInstances: [...new Set([...instances, removed])] })
    setRemoved(undefined)
    focusPart()
  }
  return (
    <fieldset>
      <legend>{say('instancesTitle')}</legend>
      <p class="quiet">{say('instancesLead')}</p>
      <Locked words={words} known={known} setting="searxngInstances" />
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
              aria-invalid={wrong}
              aria-describedby="instance-said"
              value={typed}
              onInput={(event) => {
                setTyped(event.currentTarget.value)
                setWrong(false)
              }}
            />
          </label>
          <button type="submit" data-action="add-instance">
            {say('actionAdd')}
          </button>
        </form>
      )}
      <div role="status" id="instance-said">
        {wrong && <p>{say('instancesWrong')}</p>}
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
