import type { InForce } from './in-force.ts'

/** Everything that a form is made from. */
export interface ExportRequest {
  orders: readonly InForce[]
  /** Epoch ms: the lists are as they are to be enforced then. */
  at: number
  /** Whoever blocks: `Example ISP`. */
  organization?: string
  /** Where somebody who meets the block can turn to: `https:`, `mailto:` and `tel:` addresses. */
  contacts: readonly string[]
  /** The address below which the register is published; it ends with a slash. */
  register?: string
  /** The folder in which the server will find the files, where a path to them is needed. */
  folder?: string
  /** A name-based UUID: the same name gives the same. */
  uuid(name: string): string
}

export interface ExportedFile {
  /** Without folders. */
  name: string
  text: string
}

/** The files of a form, and what its README says of them. */
export interface Exported {
  files: ExportedFile[]
  /** How the server is told of them. */
  use: string[]
  /** Lines on what it cannot express, which is not, or otherwise, blocked. */
  notes: string[]
}

/** Makes the files of one kind of server. */
export type Form = (request: ExportRequest) => Exported

/** A file's path as the server reads it. */
export function pathIn({ folder }: Pick<ExportRequest, 'folder'>, name: string): string {
  return folder === undefined ? name : `${folder.replace(/\/+$/, '')}/${name}`
}
