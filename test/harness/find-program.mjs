import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Programs that the tests of exported files start, each with its package in Debian. */
export const servers = {
  named: 'bind9',
  unbound: 'unbound',
  pdns_recursor: 'pdns-recursor',
  kresd: 'knot-resolver',
  knotd: 'knot',
  dnsmasq: 'dnsmasq-base',
  squid: 'squid',
  haproxy: 'haproxy',
  nginx: 'nginx-light',
  caddy: 'caddy',
}

/** @typedef {keyof typeof servers} ServerName */

/**
 * The path of a program; undefined where it is not installed. Servers lie where a person's `PATH` often does not lead.
 *
 * @param {string} name
 */
export function findProgram(name) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin']
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}
