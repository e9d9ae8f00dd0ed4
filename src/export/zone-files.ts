import type { ExportedFile, ExportRequest } from './form.ts'
import { leftOutNotes } from './left-out.ts'
import { mostZones, zoneFileName, zonesOf, type Zone } from './zones.ts'
import { zoneText } from './zone-text.ts'

/** The zones of a request with their files, for every server that takes response policy zones. */
export interface ZoneFiles {
  zones: Zone[]
  files: ExportedFile[]
  notes: string[]
}

export function zoneFiles({ orders, at }: ExportRequest): ZoneFiles {
  const zones = zonesOf(orders)
  const files: ExportedFile[] = []
  const notes = leftOutNotes(orders, { hosts: true }, 'A resolver sees names alone.')
  if (zones.length < orders.length)
    notes.push(`${orders.length} orders are more than ${mostZones} zones: a zone holds those of one authority, or all.`)
  for (const zone of zones) {
    const { text, unfit } = zoneText(zone, at)
    files.push({ name: zoneFileName(zone.id), text })
    for (const name of unfit)
      notes.push(
        `${zone.id}: too long for a policy zone, or like a rule of another kind, and so not blocked in full: ${name}`,
      )
  }
  if (orders.some(({ hosts }) => hosts.length > 0))
    notes.push('A host without the names below it is one line; writ import reads it as the domain.')
  return { zones, files, notes }
}
