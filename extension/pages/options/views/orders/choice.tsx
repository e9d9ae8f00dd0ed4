import type { Choice } from '../../../../../src/standing/application.ts'
import type { OrderHere } from '../../../../../src/standing/here.ts'
import type { Writ } from '../../props.ts'
import { useWords } from '../../use-words.ts'

const choices: Choice[] = ['apply', 'apply-beyond-term', 'list']

/** The choice for an order in this browser. An administrator's choice is shown, not offered. */
export function OrderChoice({ order, writ }: { order: OrderHere; writ: Writ }) {
  const { say, named, text } = useWords()
  const { record, choice, locked } = order
  const current = named('choice', choice)
  if (locked)
    return (
      <p class="choice">
        {say('labelled', say('optionsChoice'), current)}. <em>{say('lockedByPolicy')}</em>
      </p>
    )
  return (
    <label class="choice">
      <span>{say('optionsChoice')}</span>
      <select
        aria-label={say('labelled', say('optionsChoice'), text(record.order.title))}
        data-choice={record.order.id}
        value={choice}
        onChange={(event) => void writ.choose(record.order.id, event.currentTarget.value as Choice)}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {named('choice', one)}
          </option>
        ))}
      </select>
    </label>
  )
}
