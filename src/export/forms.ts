import type { Form } from './form.ts'
import { appleMdm } from './forms/apple-mdm.ts'
import { bind } from './forms/bind.ts'
import { dnsmasq } from './forms/dnsmasq.ts'
import { adguardHome, pihole } from './forms/filter-list.ts'
import { haproxy } from './forms/haproxy.ts'
import { hosts } from './forms/hosts.ts'
import { knot } from './forms/knot.ts'
import { lumen } from './forms/lumen.ts'
import { nginx } from './forms/nginx.ts'
import { powerdns } from './forms/powerdns.ts'
import { squid } from './forms/squid.ts'
import { csv, json } from './forms/tables.ts'
import { unbound } from './forms/unbound.ts'

/** Every form, by the name that `--for` takes. */
const forms = {
  bind,
  unbound,
  powerdns,
  knot,
  dnsmasq,
  pihole,
  'adguard-home': adguardHome,
  squid,
  haproxy,
  nginx,
  'apple-mdm': appleMdm,
  hosts,
  csv,
  json,
  lumen,
} as const satisfies Record<string, Form>

export type FormName = keyof typeof forms

export const formNames = Object.keys(forms) as FormName[]

export function isFormName(name: string): name is FormName {
  return Object.hasOwn(forms, name)
}

export function formOf(name: FormName): Form {
  return forms[name]
}
