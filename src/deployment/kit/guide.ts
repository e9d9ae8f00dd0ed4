import type { LocalText } from '../../order/order.ts'
import english from './guide.en.md?raw'
import french from './guide.fr.md?raw'
import type { KitConfig } from './config.ts'
import type { FailSafeHosts } from './fail-safe.ts'
import type { KitFile } from './files.ts'
import { layers } from './layers.ts'

/** Facts that a guide says of its kit. */
interface Facts {
  config: KitConfig
  hosts: FailSafeHosts
  /** `ExtensionSettings` of either browser, to be pasted into consoles. */
  chromiumSettings: object
  firefoxSettings: object
}

const guides: [path: string, language: string, template: string][] = [
  ['README.md', 'en', english],
  ['LISEZMOI.md', 'fr', french],
]

/** The page that goes with a kit: how to put it in place, see that it works, take it away; and what it cannot do. */
export function guideFiles(facts: Facts): KitFile[] {
  return guides.map(([path, language, template]) => ({
    path,
    text: fillTemplate(template, placeholders(facts, language)),
  }))
}

function placeholders({ config, hosts, chromiumSettings, firefoxSettings }: Facts, language: string) {
  const say = (text: LocalText) => text[language] ?? text['en'] ?? ''
  const { install, layers: chosen, policy, organisation } = config
  return {
    organisation,
    chromiumId: install.chromium.id,
    chromiumUpdateUrl: install.chromium.updateUrl,
    firefoxId: install.firefox.id,
    firefoxUrl: install.firefox.url,
    chromiumSettings: JSON.stringify(chromiumSettings),
    firefoxSettings: JSON.stringify(firefoxSettings),
    orderCount: String(policy.orders.length),
    hostCount: String(hosts.hosts.length + hosts.exactHosts.length),
    layers: layers
      .map(({ name, title, means }) => {
        const choice = chosen[name]
        return `- **${say(title)}** (\`${name}\`: \`${choice}\`). ${say(means[choice] ?? {})}`
      })
      .join('\n'),
  }
}

function fillTemplate(template: string, values: Record<string, string>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`a guide asks for "${name}", which nobody gives`)
    return value
  })
}
