import { useEffect, useRef, useState } from 'preact/hooks'
import { factAt, factNames, type FactName, type Facts } from '../../../../../../src/import/draft.ts'
import type { Issue } from '../../../../../../src/order/issue.ts'
import { IssueList } from '../../../parts/issue-list.tsx'
import { useSaid } from '../../../use-said.ts'
import { useWords } from '../../../use-words.ts'
import { suggestedId } from './suggested-id.ts'

export interface FactsFormProps {
  /** Facts of the decision that the list alone tells. */
  suggested: Facts
  /** Looks at the order that these facts would make, and gives what is wrong with it. */
  check(facts: Facts): Promise<readonly Issue[]>
}

/** A document leaves out what is not known. */
const optional: ReadonlySet<FactName> = new Set(['timeZone', 'docket', 'basis', 'applicant', 'addressee', 'until'])

/** Asks for the facts of the decision. What is wrong with one stands below it, in the words in which a document is checked. */
export function FactsForm({ suggested, check }: FactsFormProps) {
  const { say, language } = useWords()
  const said = useSaid()
  const [given, setGiven] = useState<Facts>({})
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const [checks, setChecks] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const facts: Facts = { kind: 'judgment', language: language.split('-')[0]!, ...suggested, ...given }
  facts.id = given.id ?? suggested.id ?? suggestedId(facts)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setIssues(await check(facts))
    setChecks(checks + 1)
  }
  // Not at each change of the issues: whoever mends one would be taken to the next at the first letter.
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [checks])
  const others = issues.filter(({ path }) => factAt(path) === undefined)
  return (
    <form class="facts-form" noValidate ref={form} onSubmit={(event) => void submit(event)}>
      <h4>{say('draftFacts')}</h4>
      <p>{say('draftFactsLead')}</p>
      <div class="fields">
        {factNames.map((name) => (
          <Field
            key={name}
            name={name}
            value={facts[name] ?? ''}
            issues={issues.filter(({ path }) => factAt(path) === name)}
            change={(text) => {
              setGiven({ ...given, [name]: text })
              setIssues(issues.filter(({ path }) => factAt(path) !== name))
            }}
          />
        ))}
      </div>
      <div role="status">
        <IssueList issues={said(others)} />
      </div>
      <div class="actions">
        <button type="submit" class="primary" data-action="preview">
          {say('actionShowBlocked')}
        </button>
      </div>
    </form>
  )
}

interface FieldProps {
  name: FactName
  value: string
  issues: readonly Issue[]
  change(text: string): void
}

const kinds = ['judgment', 'interim', 'administrative', 'agreement'] as const

function Field({ name, value, issues, change }: FieldProps) {
  const { say, named } = useWords()
  const said = useSaid()
  const field = {
    name,
    value,
    'aria-invalid': issues.length > 0,
    'aria-describedby': `draft-${name}`,
    required: !optional.has(name),
  }
  return (
    <div class={wide.has(name) ? 'field wide' : 'field'}>
      <label>
        <span>
          {named('draft', name)} {optional.has(name) && <span class="quiet">{say('draftOptional')}</span>}
        </span>
        {name === 'kind' ? (
          <select {...field} onChange={(event) => change(event.currentTarget.value)}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {named('kind', kind)}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...field}
            {...(days.has(name) ? { type: 'date' as const } : {})}
            spellcheck={false}
            autocomplete="off"
            onInput={(event) => change(event.currentTarget.value)}
          />
        )}
      </label>
      <div id={`draft-${name}`}>
        <IssueList issues={said(issues).map((issue) => ({ ...issue, path: '' }))} />
      </div>
    </div>
  )
}

const days: ReadonlySet<FactName> = new Set(['date', 'until'])

const wide: ReadonlySet<FactName> = new Set(['title', 'court', 'basis', 'source'])
