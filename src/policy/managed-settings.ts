/** How a managed setting is written down, which decides its form in registries, consoles and policy editors. */
export type ManagedKind = 'boolean' | 'text' | 'choice' | 'list' | 'object'

/** One managed setting as an administrator meets it. */
export interface ManagedSetting {
  key: string
  kind: ManagedKind
  /** For people, by language. */
  title: { en: string; fr: string }
  /** What it does and how its value is written. */
  description: { en: string; fr: string }
  /** Of a `choice`: its values, the default first, each with its name. */
  choices?: readonly { value: string; en: string; fr: string }[]
}

/** Every managed setting, in the order in which editors list them. `public/managed_schema.json` has the same. */
export const managedSettings: readonly ManagedSetting[] = [
  {
    key: 'orders',
    kind: 'list',
    title: { en: 'Court orders', fr: 'Décisions de justice' },
    description: {
      en: 'Each entry is an order document (writ-order/1) as JSON text.',
      fr: 'Chaque entrée est un document (writ-order/1) sous forme de texte JSON.',
    },
  },
  {
    key: 'bundledOrders',
    kind: 'list',
    title: { en: 'Bundled orders to apply', fr: 'Décisions fournies à appliquer' },
    description: {
      en: "Ids of orders that come with the extension; with ':beyond-term' after the id, also after the court's term.",
      fr: 'Identifiants de décisions fournies avec l’extension ; suivis de « :beyond-term », même après leur terme.',
    },
  },
  {
    key: 'afterTerm',
    kind: 'choice',
    title: { en: "When an order's term has ended", fr: 'Quand le terme d’une décision est passé' },
    description: {
      en: "'stop' (default) or 'continue'.",
      fr: '« stop » (par défaut) ou « continue ».',
    },
    choices: [
      { value: 'stop', en: 'Stop applying it', fr: 'Ne plus l’appliquer' },
      { value: 'continue', en: 'Go on applying it, and say so', fr: 'Continuer à l’appliquer, en le disant' },
    ],
  },
  {
    key: 'engines',
    kind: 'object',
    title: { en: 'Search engines', fr: 'Moteurs de recherche' },
    description: {
      en: 'By engine id: true hides results there, false does not.',
      fr: 'Par identifiant de moteur : true y masque des résultats, false non.',
    },
  },
  {
    key: 'scope',
    kind: 'choice',
    title: { en: 'Where results are hidden', fr: 'Où des résultats sont masqués' },
    description: {
      en: "On 'every' engine (default), or only on those 'addressed' by the order.",
      fr: 'Sur tous les moteurs (« every », par défaut) ou ceux que vise la décision (« addressed »).',
    },
    choices: [
      { value: 'every', en: 'On every engine', fr: 'Sur tous les moteurs' },
      { value: 'addressed', en: 'On engines that the order addresses', fr: 'Sur les moteurs que vise la décision' },
    ],
  },
  {
    key: 'neverContact',
    kind: 'boolean',
    title: { en: 'Never contact a blocked host', fr: 'Ne jamais contacter un hôte bloqué' },
    description: {
      en: "Switches the browser's network prediction off, for every site.",
      fr: 'Désactive la prédiction réseau du navigateur, pour tous les sites.',
    },
  },
  {
    key: 'disableFirstRunPage',
    kind: 'boolean',
    title: { en: 'No welcome page', fr: 'Pas de page d’accueil' },
    description: {
      en: 'Do not open the welcome page after installing.',
      fr: 'Ne pas ouvrir la page d’accueil après l’installation.',
    },
  },
  {
    key: 'allowUserOrders',
    kind: 'boolean',
    title: { en: 'People may add orders', fr: 'Ajout de décisions par les personnes' },
    description: {
      en: 'Whether people may add orders of their own.',
      fr: 'Si les personnes peuvent ajouter des décisions.',
    },
  },
  {
    key: 'supportName',
    kind: 'text',
    title: { en: 'Support: name', fr: 'Assistance : nom' },
    description: { en: 'Who answers questions about a block.', fr: 'Qui répond aux questions sur un blocage.' },
  },
  {
    key: 'supportContact',
    kind: 'text',
    title: { en: 'Support: contact', fr: 'Assistance : contact' },
    description: { en: 'A mail address or telephone number.', fr: 'Une adresse électronique ou un téléphone.' },
  },
  {
    key: 'supportUrl',
    kind: 'text',
    title: { en: 'Support: page', fr: 'Assistance : page' },
    description: { en: 'An https address.', fr: 'Une adresse https.' },
  },
  {
    key: 'protectedNames',
    kind: 'list',
    title: { en: 'Names that no order may block', fr: 'Noms qu’aucune décision ne peut bloquer' },
    description: {
      en: 'Domain names, each with the names below it.',
      fr: 'Noms de domaine, chacun avec ceux qui sont au-dessous.',
    },
  },
  {
    key: 'exemptHosts',
    kind: 'list',
    title: { en: 'Exempt hosts', fr: 'Hôtes exemptés' },
    description: {
      en: "Each entry is a host and, after a space, the reason, which is shown: 'example.org Research agreement 12'.",
      fr: 'Chaque entrée est un hôte puis, après une espace, la raison, qui est affichée : « example.org Convention 12 ».',
    },
  },
]
