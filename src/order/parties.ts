import type { LocalText } from './local-text.ts'
import type { AddresseeClass, ContestRole } from './vocabulary.ts'

/** Somebody whom the document names. */
export interface Party {
  /** Absent only of an addressee that its class describes: all access providers of a country. */
  name?: LocalText
  note?: LocalText
}

/** Somebody who was ordered to act. */
export interface Addressee extends Party {
  class?: AddresseeClass
}

/** A court or an authority. */
export interface Court {
  name: LocalText
  /** The court that has its cases today, where it is no more. */
  successor?: LocalText
}

/** How somebody can have the order looked at again. A text, a forum or a basis is there. */
export interface Contest {
  /** The one whose remedy it is. */
  role: ContestRole
  text?: LocalText
  /** The court or office to apply to. */
  forum?: LocalText
  /** The provision that gives the remedy. */
  basis?: LocalText
  deadline?: LocalText
  /** By post. */
  address?: LocalText
  url?: string
  contact?: string
}
