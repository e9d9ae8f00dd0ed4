import { useEffect, useRef, useState } from 'preact/hooks'
import { addressOf, hashOf, type Address } from './address.ts'
import { focusPart } from './parts/focus.ts'

/** Where the page is, followed: the heading of a new part takes the focus, and a part gone back to its old place. */
export function useAddress(): Address {
  const [address, setAddress] = useState(() => addressOf(location.hash))
  const places = useRef(new Map<string, number>())
  const last = useRef(address)
  useEffect(() => {
    history.scrollRestoration = 'manual'
    const keepPlace = () => places.current.set(placeOf(last.current), scrollY)
    const follow = () => setAddress(addressOf(location.hash))
    addEventListener('scroll', keepPlace, { passive: true })
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('scroll', keepPlace)
      removeEventListener('hashchange', follow)
    }
  }, [])
  useEffect(() => {
    const before = last.current
    last.current = address
    if (placeOf(before) === placeOf(address)) return
    const link = before.order && !address.order ? document.querySelector<HTMLElement>(linkTo(before.order)) : null
    if (link) link.focus({ preventScroll: true })
    else focusPart()
    scrollTo(0, places.current.get(placeOf(address)) ?? 0)
  }, [address])
  return address
}

/** An order is a place of its own; a part that is only narrowed stays the same place. */
function placeOf({ view, order = '' }: Address): string {
  return view === 'orders' ? `orders/${order}` : view
}

function linkTo(order: string): string {
  return `[data-view=orders] .rows a[href=${CSS.escape(hashOf({ view: 'orders', order }))}]`
}
