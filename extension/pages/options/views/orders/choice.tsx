import { useRef, useState } from 'preact/hooks'
import type { Choice } from '../../../../../src/standing/application.ts'
import type { OrderHere } from '../../../../../src/standing/here.ts'
import { Badge, toneOf } from '../../../parts/badge.tsx'
import type { Writ } from '../../props.ts'
import { useWords } from '../../use-words.ts'

const choices: Choice[] = ['apply', 'apply-beyond-term', 'list']

export interface OrderChoiceProps {
  order: OrderHere
  writ: Writ
}

/**
 * Shows what is done with an order here, and changes it as a deliberate act: nothing is applied before its sentence has been
 * read and confirmed. An administrator's choice is shown, not offered.
 */
export function OrderChoice({ order, writ }: OrderChoiceProps) {
  const { say, named, text } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [asked, setAsked] = useState(false)
  const { record, locked, applied, beyondTerm } = order
  const { id, title } = record.order
  const here = named('here', beyondTerm ? 'beyond-term' : applied ? 'applied' : 'not-applied')
  if (locked)
    return (
      <p class="choice">
        <Badge tone={toneOf(order)}>{here}</Badge> <em class="locked">{say('lockedByPolicy')}</em>
      </p>
    )
  const open = () => {
    setAsked(true)
    dialog.current!.showModal()
  }
  return (
    <p class="choice">
      <button
        type="button"
        class="here"
        aria-haspopup="dialog"
        aria-label={`${say('labelled', say('columnHere'), here)}. ${say('choiceChange', text(title))}`}
        data-choice={id}
        data-chosen={order.choice}
        onClick={open}
      >
        <Badge tone={toneOf(order)}>{here}</Badge>
      </button>
      <dialog ref={dialog} aria-label={say('choiceChange', text(title))} onClose={() => setAsked(false)}>
        {asked && <Choices order={order} writ={writ} close={() => dialog.current!.close()} />}
      </dialog>
    </p>
  )
}

/** The choices, each with what it does. */
function Choices({ order: { record, choice, status }, writ, close }: OrderChoiceProps & { close(): void }) {
  const { say, named, text } = useWords()
  const [wanted, setWanted] = useState(choice)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (wanted !== choice) void writ.choose(record.order.id, wanted)
    close()
  }
  return (
    <form onSubmit={submit}>
      <p class="dialog-title">
        <bdi>{text(record.order.title)}</bdi>
      </p>
      <fieldset>
        <legend>{say('optionsChoice')}</legend>
        {choices.map((one) => (
          <label class="switch" key={one}>
            <input
              type="radio"
              name={`choice-${record.key}`}
              value={one}
              checked={wanted === one}
              onChange={() => setWanted(one)}
            />
            <span>
              {named('choice', one)}
              <span class="quiet does">
                {named('does', one)}
                {one === 'apply' && status === 'ended' && ` ${say('doesNothingToday')}`}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="actions">
        <button type="submit" class="primary" data-action="choose">
          {say('actionChoose')}
        </button>
        <button type="button" data-action="cancel" onClick={close}>
          {say('actionCancel')}
        </button>
      </div>
    </form>
  )
}
