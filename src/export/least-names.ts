/** Names that are blocked: a domain with all below it, a host alone. No name lies below a domain that is there, too. */
export interface Names {
  domains: string[]
  hosts: string[]
}

/**
 * The fewest names that block the same. A name below a listed domain adds nothing, and in a zone of the DNS it would take
 * away: below `x.a.tv`, the wildcard `*.a.tv` holds no more (RFC 4592, 2.2.1).
 */
export function leastNames(domains: ReadonlySet<string>, hosts: ReadonlySet<string>): Names {
  return {
    domains: [...domains].filter((name) => !liesBelow(name, domains)),
    hosts: [...hosts].filter((name) => !domains.has(name) && !liesBelow(name, domains)),
  }
}

/** Whether one of the domains is above `name`. */
function liesBelow(name: string, domains: ReadonlySet<string>): boolean {
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
    if (domains.has(name.slice(dot + 1))) return true
  return false
}
