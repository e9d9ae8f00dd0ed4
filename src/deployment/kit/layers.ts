import type { LocalText } from '../../order/order.ts'

/** Policies of a browser, by name. */
export type Policies = Record<string, unknown>

/** Facts that layers are made of beside their choice. */
export interface LayerContext {
  /** The extension's id in Chromium. */
  id: string
  /** Names that the orders block with all below them, for the browser's own list. */
  hosts: readonly string[]
  /** Names that they block alone. */
  exactHosts: readonly string[]
  /** Hosts that stay open though they lie below one of those. */
  openHosts: readonly string[]
}

/** A way around an extension that is force-installed, and the policies that close it. */
interface Layer<Name extends string, Choice extends string> {
  name: Name
  /** The first holds unless another is chosen. */
  choices: readonly [Choice, ...Choice[]]
  title: LocalText
  /** The effect and the cost of each choice. */
  means: Record<Choice, LocalText>
  chrome?(choice: Choice, context: LayerContext): Policies
  /** Where Edge has names of its own. */
  edge?(choice: Choice, context: LayerContext): Policies
  firefox?(choice: Choice, context: LayerContext): Policies
}

function layer<Name extends string, Choice extends string>(one: Layer<Name, Choice>) {
  return one
}

const privateWindows = layer({
  name: 'privateWindows',
  choices: ['closed', 'covered', 'open'],
  title: { en: 'Private windows', fr: 'Fenêtres privées' },
  means: {
    closed: {
      en: 'No private windows: extensions do not run there unless each person lets them.',
      fr: 'Pas de fenêtre privée : les extensions n’y fonctionnent que si chaque personne l’accepte.',
    },
    covered: {
      en: 'Private windows open websites only once the person has let Writ in there (Chrome, Edge); in Firefox Writ is let in by the policy.',
      fr: 'Une fenêtre privée n’ouvre de site qu’une fois que la personne y a admis Writ (Chrome, Edge) ; dans Firefox, la politique l’y admet.',
    },
    open: {
      en: 'Private windows stay as they are: in Chrome and Edge nothing is blocked there. In Firefox Writ is let in by the policy.',
      fr: 'Les fenêtres privées restent telles quelles : dans Chrome et Edge, rien n’y est bloqué. Dans Firefox, la politique y admet Writ.',
    },
  },
  chrome: (choice, { id }) =>
    choice === 'closed'
      ? { IncognitoModeAvailability: 1 }
      : choice === 'covered'
        ? { MandatoryExtensionsForIncognitoNavigation: [id] }
        : {},
  edge: (choice, { id }) =>
    choice === 'closed'
      ? { InPrivateModeAvailability: 1 }
      : choice === 'covered'
        ? { MandatoryExtensionsForInPrivateNavigation: [id] }
        : {},
  firefox: (choice) => (choice === 'closed' ? { DisablePrivateBrowsing: true } : {}),
})

const guestWindows = layer({
  name: 'guestWindows',
  choices: ['closed', 'open'],
  title: { en: 'Guest windows', fr: 'Fenêtres d’invité' },
  means: {
    closed: {
      en: 'No guest windows, in which no extension runs. Firefox has none.',
      fr: 'Pas de fenêtre d’invité, où aucune extension ne fonctionne. Firefox n’en a pas.',
    },
    open: { en: 'Guest windows stay; nothing is blocked there.', fr: 'Elles restent ; rien n’y est bloqué.' },
  },
  chrome: (choice) => (choice === 'closed' ? { BrowserGuestModeEnabled: false } : {}),
})

const newProfiles = layer({
  name: 'newProfiles',
  choices: ['open', 'closed'],
  title: { en: 'New profiles', fr: 'Nouveaux profils' },
  means: {
    open: {
      en: 'A new profile gets Writ too; some seconds pass before it is installed there.',
      fr: 'Un nouveau profil reçoit aussi Writ ; quelques secondes passent avant qu’il y soit installé.',
    },
    closed: {
      en: 'People cannot add profiles. A browser started on another data folder still is a new profile.',
      fr: 'Impossible d’ajouter un profil. Un navigateur lancé sur un autre dossier de données reste un nouveau profil.',
    },
  },
  chrome: (choice) => (choice === 'closed' ? { BrowserAddPersonEnabled: false } : {}),
  edge: (choice) => (choice === 'closed' ? { BrowserAddProfileEnabled: false } : {}),
  firefox: (choice) => (choice === 'closed' ? { BlockAboutProfiles: true } : {}),
})

const developerTools = layer({
  name: 'developerTools',
  choices: ['websites-only', 'closed', 'open'],
  title: { en: 'Developer tools', fr: 'Outils de développement' },
  means: {
    'websites-only': {
      en: 'They work on websites and not on installed extensions (Chrome, Edge). Firefox cannot make that difference.',
      fr: 'Ils fonctionnent sur les sites et non sur les extensions imposées (Chrome, Edge). Firefox ne fait pas cette différence.',
    },
    closed: { en: 'None at all.', fr: 'Aucun.' },
    open: {
      en: 'They work on Writ too, which can be stopped there: for tests.',
      fr: 'Ils fonctionnent aussi sur Writ, qui peut y être arrêté : pour des essais.',
    },
  },
  chrome: (choice) => ({ DeveloperToolsAvailability: { 'websites-only': 0, open: 1, closed: 2 }[choice] }),
  firefox: (choice) => (choice === 'closed' ? { DisableDeveloperTools: true } : {}),
})

const unpackedExtensions = layer({
  name: 'unpackedExtensions',
  choices: ['closed', 'open'],
  title: { en: 'Unpacked extensions', fr: 'Extensions non empaquetées' },
  means: {
    closed: {
      en: 'Nobody loads an extension from a folder, by the command line or the extensions page.',
      fr: 'Personne ne charge d’extension depuis un dossier, par la ligne de commande ou la page des extensions.',
    },
    open: { en: 'They can be loaded.', fr: 'Elles peuvent être chargées.' },
  },
  chrome: (choice) =>
    choice === 'closed' ? { ExtensionInstallTypeBlocklist: ['command_line'], ExtensionDeveloperModeSettings: 1 } : {},
})

const troubleshootMode = layer({
  name: 'troubleshootMode',
  choices: ['closed', 'open'],
  title: { en: 'Troubleshoot mode and about:config', fr: 'Mode de dépannage et about:config' },
  means: {
    closed: {
      en: 'Firefox does not restart without its extensions, and its hidden preferences cannot be changed.',
      fr: 'Firefox ne redémarre pas sans ses extensions, et ses préférences cachées ne peuvent être changées.',
    },
    open: {
      en: 'Both stay; Firefox then starts without Writ.',
      fr: 'Les deux restent ; Firefox démarre alors sans Writ.',
    },
  },
  firefox: (choice) => (choice === 'closed' ? { DisableSafeMode: true, BlockAboutConfig: true } : {}),
})

/** The longest list that a browser takes. Edge and Firefox document a thousand entries, Chromium 156 takes 1,500. */
export const mostListedHosts = 1_000

const failSafe = layer({
  name: 'failSafe',
  choices: ['off', 'on'],
  title: { en: 'The browser’s own list, as a fail-safe', fr: 'La liste propre au navigateur, en secours' },
  means: {
    off: {
      en: 'A browser that is started without extensions blocks nothing.',
      fr: 'Un navigateur lancé sans extensions ne bloque rien.',
    },
    on: {
      en: 'The hosts of the orders in force today are also on the browser’s own list, which holds without any extension. It knows no dates: make the kit again when an order changes or ends.',
      fr: 'Les noms des décisions en vigueur ce jour figurent aussi sur la liste du navigateur, qui vaut sans extension. Elle ignore les dates : refaites le kit quand une décision change ou prend fin.',
    },
  },
  // A dot before a name stands for the name alone, in Chromium's filters.
  chrome: (choice, { hosts, exactHosts, openHosts }) =>
    choice === 'on' && hosts.length + exactHosts.length > 0
      ? {
          URLBlocklist: [...hosts, ...exactHosts.map((host) => `.${host}`)],
          ...(openHosts.length > 0 ? { URLAllowlist: openHosts } : {}),
        }
      : {},
  firefox: (choice, { hosts, exactHosts, openHosts }) =>
    choice === 'on' && hosts.length + exactHosts.length > 0
      ? {
          WebsiteFilter: {
            Block: [...hosts.map(everyAddressOf), ...exactHosts.map((host) => `*://${host}/*`)],
            ...(openHosts.length > 0 ? { Exceptions: openHosts.map(everyAddressOf) } : {}),
          },
        }
      : {},
})

/** As a match pattern: `*.` before a host stands for the host too. */
function everyAddressOf(host: string): string {
  return `*://*.${host}/*`
}

const everyLayer = [
  privateWindows,
  guestWindows,
  newProfiles,
  developerTools,
  unpackedExtensions,
  troubleshootMode,
  failSafe,
] as const

export type LayerName = (typeof everyLayer)[number]['name']
export type LayerChoices = Record<LayerName, string>

/** The choices as texts, as configurations and answers have them. */
export const layers: readonly Layer<LayerName, string>[] = everyLayer

/** The policies of every layer as chosen. */
export function layerPolicies(
  browser: 'chrome' | 'edge' | 'firefox',
  choices: LayerChoices,
  context: LayerContext,
): Policies {
  const policies = layers.map(({ name, chrome, edge, firefox }) => {
    const make = browser === 'firefox' ? firefox : browser === 'edge' ? (edge ?? chrome) : chrome
    return make?.(choices[name], context) ?? {}
  })
  return Object.assign({}, ...policies) as Policies
}
