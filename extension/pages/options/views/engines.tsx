import type { Words } from '../../../../src/words/words.ts'
import { addresses, type Scope } from '../../../../src/search/decide.ts'
import type { Engine } from '../../../../src/search/engine.ts'
import { engines } from '../../../../src/search/engines.ts'
import { Instances } from './instances.tsx'
import type { PartProps } from '../props.ts'
import { IssueList } from '../parts/issue-list.tsx'
import { Locked, Switch } from '../parts/switch.tsx'
import { useSave } from '../parts/use-save.ts'
import { useWords } from '../use-words.ts'

const scopes: Scope[] = ['every', 'addressed']

/** On which search engines results are hidden. */
export function Engines({ known, writ }: PartProps) {
  const words = useWords()
  const { say, named } = words
  const { settings, locked } = known.state.effective
  const { refused, save } = useSave(writ)
  return (
    <>
      <p>{say('enginesLead')}</p>
      <fieldset>
        <legend>{say('enginesScope')}</legend>
        {scopes.map((scope) => (
          <label class="switch" key={scope}>
            <input
              type="radio"
              name="scope"
              value={scope}
              checked={settings.scope === scope}
              disabled={locked.includes('scope')}
              onChange={() => void save({ scope })}
            />
            <span>{named('scope', scope)}</span>
          </label>
        ))}
        <Locked known={known} setting="scope" />
      </fieldset>
      <fieldset>
        <legend>{say('enginesEach')}</legend>
        <Locked known={known} setting="engines" />
        <div role="status">
          <IssueList issues={refused} />
        </div>
        <div class="engines">
          {engines.map((engine) => (
            <Switch
              key={engine.id}
              name={engine.id}
              label={engine.name}
              checked={settings.engines[engine.id] !== false}
              locked={locked.includes('engines')}
              change={(on) => save({ engines: { ...settings.engines, [engine.id]: on } })}
            >
              {addressing(engine, known, words)}
            </Switch>
          ))}
        </div>
      </fieldset>
      <Instances known={known} writ={writ} />
    </>
  )
}

/** Which of the orders that are applied address the engine. */
function addressing(engine: Engine, { orders }: PartProps['known'], { say, list, text }: Words): string {
  const titles = orders
    .filter(({ applied, record }) => applied && addresses(record.order, engine))
    .map(({ record }) => text(record.order.title))
  const most = 3
  if (titles.length === 0) return ''
  return say('engineAddressed', list(titles.length > most ? [...titles.slice(0, most), '…'] : titles))
}
