import { isLive } from '../../../../../src/order/time/status.ts'
import type { Words } from '../../../../../src/words/words.ts'
import { useState } from 'preact/hooks'
import { orderText } from '../../../../../src/words/explanation.ts'
import { toneOf } from '../../../parts/badge.tsx'
import { OrderCard } from '../../../parts/order-card.tsx'
import type { OrderHere } from '../../../../../src/standing/here.ts'
import { hashOf } from '../../address.ts'
import type { PartProps } from '../../props.ts'
import { OrderChoice } from './choice.tsx'
import { Targets } from './targets.tsx'
import { useWords } from '../../use-words.ts'

/** One order: all that it says, what is done with it here, all that it covers, its document. */
export function Order({ known, writ, recordKey }: PartProps & { recordKey: string }) {
  const words = useWords()
  const { say } = words
  const order = known.orders.find(({ record }) => record.key === recordKey)
  if (!order)
    return (
      <>
        <p>{say('orderGone')}</p>
        <Back say={say} />
      </>
    )
  const { record } = order
  return (
    <>
      <Back say={say} />
      <OrderCard
        order={orderText(order, words, { now: known.now })}
        tone={toneOf(order)}
        level={3}
        open
        notice={needsNotice(order)}
      >
        <OrderChoice order={order} writ={writ} />
      </OrderCard>
      <Targets key={record.digest} record={record} writ={writ} />
      <section aria-labelledby="document">
        <h3 id="document">{say('orderDocument')}</h3>
        <Document order={order} writ={writ} />
      </section>
    </>
  )
}

/** Where the badge and the timeline do not say why it is applied, or is not. */
function needsNotice({ beyondTerm, status, applied }: OrderHere): boolean {
  return beyondTerm || (isLive(status) && !applied)
}

function Back({ say }: Pick<Words, 'say'>) {
  return (
    <p>
      <a href="#orders">{say('ordersAll')}</a>
    </p>
  )
}

/** The text that the order was read from: its digest is the text's, so it is given out to the letter. */
function Document({ order: { record }, writ }: Omit<PartProps, 'known'> & { order: OrderHere }) {
  const { say } = useWords()
  const [missing, setMissing] = useState(false)
  const save = async () => {
    const text = await writ.documentOf(record)
    setMissing(text === undefined)
    const { id, version } = record.order
    if (text !== undefined) writ.download(`${id}-v${version}.json`, 'application/json', text)
  }
  return (
    <>
      <p>
        <code>SHA-256 {record.digest}</code>
      </p>
      <p class="quiet">{say('orderDigest')}</p>
      <div class="actions">
        <button type="button" data-action="export" onClick={() => void save()}>
          {say('actionSaveDocument')}
        </button>
        <a class="button" href={hashOf({ view: 'register', order: record.order.id })}>
          {say('actionItsRegister')}
        </a>
        {record.provenance === 'user' && (
          <button type="button" data-action="remove" onClick={() => void writ.remove(record)}>
            {say('actionRemoveOrder')}
          </button>
        )}
      </div>
      <p role="status">{missing && say('documentMissing')}</p>
    </>
  )
}
