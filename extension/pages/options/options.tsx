import { useEffect, useRef, useState } from 'preact/hooks'
import { Banner } from '../parts/banner.tsx'
import { hashOf, viewNames, type Address, type ViewName } from './address.ts'
import { Diagnostics } from './views/diagnostics.tsx'
import { useDrop } from './parts/drop.ts'
import { Engines } from './views/engines.tsx'
import { Feeds } from './views/feeds.tsx'
import { useAddress } from './use-address.ts'
import type { PartProps } from './props.ts'
import { Help } from './views/help.tsx'
import { Managed } from './views/managed.tsx'
import { OrderList } from './views/orders/list.tsx'
import { Order } from './views/orders/order.tsx'
import { Register } from './views/register.tsx'
import { SettingsPart } from './views/settings.tsx'
import { Status } from './views/status.tsx'
import { useLoaded } from './use-loaded.ts'
import { useWords } from './use-words.ts'
import type { ImportProps } from './views/import/import.tsx'

/**
 * The page: one part at a time, as the address says. A part that was opened stays, unseen, as it was left: what was typed
 * there, how far it was scrolled.
 */
export function Options(props: PartProps) {
  const { known } = props
  const { say, named } = useWords()
  const address = useAddress()
  const [opened, setOpened] = useState<ReadonlySet<ViewName>>(new Set())
  const dropped = useDrop()
  const shown = viewNames.filter((view) => view !== 'managed' || known.state.effective.managed)
  useEffect(() => {
    document.title = `${named('view', address.view)} – ${say('extensionName')}`
  }, [address.view])
  if (!opened.has(address.view)) setOpened(new Set([...opened, address.view]))
  return (
    <>
      <header>
        <p class="eyebrow">{say('extensionName')}</p>
        <h1>{say('optionsHeadline')}</h1>
        <nav aria-label={say('optionsParts')}>
          <ul>
            {shown.map((view) => (
              <li key={view}>
                <a href={hashOf({ view })} aria-current={view === address.view ? 'page' : undefined}>
                  {named('view', view)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <div class="views">
        <div role="alert">{known.failure && <Banner>{say('notDone', known.failure)}</Banner>}</div>
        {viewNames
          .filter((view) => opened.has(view))
          .map((view) => (
            <section key={view} data-view={view} hidden={view !== address.view} aria-labelledby={`view-${view}`}>
              <h2 id={`view-${view}`} tabIndex={-1}>
                {named('view', view)}
              </h2>
              <Part {...props} view={view} address={address} dropped={dropped} />
            </section>
          ))}
      </div>
    </>
  )
}

function Part({ view, address, dropped, ...props }: PartProps & PartsProps) {
  const here = address.view === view
  switch (view) {
    case 'status':
      return <Status {...props} />
    case 'orders':
      return <Orders {...props} address={here ? address : undefined} />
    case 'import':
      return <ImportPart {...props} dropped={dropped} />
    case 'feeds':
      return <Feeds {...props} />
    case 'engines':
      return <Engines {...props} />
    case 'settings':
      return <SettingsPart {...props} />
    case 'managed':
      return <Managed {...props} />
    case 'register':
      return <Register {...props} order={(here && address.order) || ''} />
    case 'diagnostics':
      return <Diagnostics {...props} />
    case 'help':
      return <Help known={props.known} />
  }
}

const loadImport = () => import('./views/import/import.tsx')

/** The part that brings orders in, loaded when it is used: with all that reads lists it is two thirds of the other pages. */
function ImportPart(props: ImportProps) {
  const part = useLoaded<Awaited<ReturnType<typeof loadImport>> | undefined>(undefined, loadImport, [])
  return part ? <part.Import {...props} /> : null
}

interface PartsProps {
  view: ViewName
  address: Address
  dropped: readonly File[]
}

/** The list stays as it was while one of its orders is read, and either while another part is shown. */
function Orders({ address, ...props }: PartProps & { address: Address | undefined }) {
  const order = useRef<Address['order']>(undefined)
  const state = useRef<Address['state']>(undefined)
  if (address) order.current = address.order
  if (address && !address.order) state.current = address.state
  const search = address && !address.order ? address.search : undefined
  const isShown = address !== undefined && !address.order
  return (
    <>
      <div hidden={order.current !== undefined}>
        <OrderList {...props} state={state.current ?? 'every'} search={search} shown={isShown} />
      </div>
      {order.current !== undefined && <Order {...props} key={order.current} recordKey={order.current} />}
    </>
  )
}
