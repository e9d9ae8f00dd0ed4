import type { OrderRecord } from '../../../../../src/standing/record.ts'
import { focusPart } from '../../parts/focus.ts'
import type { PartProps } from '../../props.ts'
import { useLoaded } from '../../use-loaded.ts'
import { useWords } from '../../use-words.ts'

/**
 * Orders that were removed since the browser started, each with its way back: no clock runs against whoever changes
 * their mind.
 */
export function RemovedOrders({ known, writ, restored }: PartProps & { restored(): void }) {
  const { say, text } = useWords()
  const removed = useLoaded<OrderRecord[]>([], writ.removedOrders, [known.revision])
  return (
    <div role="status">
      {removed.length > 0 && (
        <ul class="removed">
          {removed.map((record) => (
            <li key={record.key} class="banner" data-removed={record.order.id}>
              {say('orderRemoved', text(record.order.title))}{' '}
              <button
                type="button"
                data-action="undo"
                onClick={() => void writ.restore(record).then(restored).then(focusPart)}
              >
                {say('actionUndo')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
