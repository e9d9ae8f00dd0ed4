/**
 * Orders in every state, each over its own name: invented decisions, at the length and with the marks of real ones.
 * Days count from today, so that a state lasts.
 */

const day = 24 * 60 * 60 * 1000

/** ISO date. @param {number} days from today; negative is in the past */
const date = (days) => new Date(Date.now() + days * day).toISOString().slice(0, 10)
/** ISO instant, on the hour. @param {number} days @param {number} hour */
const instant = (days, hour) => `${date(days)}T${String(hour).padStart(2, '0')}:00:00Z`

const judgment = {
  effect: 'orders',
  kind: 'judgment',
  court: 'Tribunal judiciaire de Valmont, 3e chambre, 1re section',
  date: date(-200),
  docket: 'RG 25/04127',
  ecli: 'ECLI:FR:TJVAL:2025:0412700',
  url: 'https://decisions.example/valmont/25-04127',
}

/** What the others differ from: in force, complete in every field. */
const complete = {
  format: 'writ-order/1',
  version: 1,
  language: 'fr',
  jurisdiction: 'FR',
  timeZone: 'Europe/Paris',
  territory: {
    fr: 'Sur le territoire français, y compris les départements et régions d’outre-mer',
    en: 'In French territory, overseas departments and regions included',
  },
  decisions: [judgment],
  legalBasis: [
    {
      citation: 'Code de la propriété intellectuelle, article L.\u00a0336-2',
      url: 'https://law.example/fr/cpi/l336-2',
      quote: 'toutes mesures propres à prévenir ou à faire cesser une telle atteinte',
    },
  ],
  applicants: ['Syndicat des éditeurs de films anciens (SEFA)', 'Fédération des auteurs réunis'],
  measures: [
    {
      kind: 'block',
      addressees: ['Réseau Un', 'Câble et Fibre', 'Télécoms du Nord', 'Liaisons mobiles'],
      wording: { fr: 'toutes mesures propres à empêcher l’accès', en: 'all measures apt to prevent access' },
    },
    { kind: 'delist', addressees: ['Recherche Universelle'] },
  ],
  term: { duration: 'P18M', durationFrom: 'service', served: date(-190) },
  dynamic: 'none',
  costs: { fr: 'À la charge des intermédiaires', en: 'Borne by the intermediaries' },
  contest: {
    text: {
      fr: 'Toute personne intéressée peut saisir la juridiction qui a statué.',
      en: 'Anyone concerned may apply to the court that decided.',
    },
    url: 'https://court.example/contest',
    contact: 'greffe@court.example',
  },
  sources: [{ url: 'https://decisions.example/valmont/25-04127', retrieved: date(-100) }],
}

/** @param {string} state @param {string} title @param {Record<string, unknown>} values */
const order = (state, title, values) => ({
  ...complete,
  id: `gallery-${state}`,
  title: { fr: `Affaire ${title}`, en: `${title} case` },
  targets: [`${state}.example`],
  ...values,
})

const appeal = { ...judgment, kind: 'judgment', court: 'Cour d’appel de Valmont, pôle 5', docket: 'RG 26/00318' }
const longName = `${'a-name-as-long-as-a-label-may-be-'.repeat(2).slice(0, 63).replace(/-$/, 'x')}.example`

export const orders = [
  order('in-force', 'Cinémathèque', {
    decisions: [
      judgment,
      { ...appeal, effect: 'confirms', date: date(-60) },
      {
        ...appeal,
        effect: 'costs',
        court: 'Cour de cassation, première chambre civile',
        docket: '26-11.204',
        date: date(-20),
        note: { fr: 'Pourvoi rejeté', en: 'Appeal on points of law dismissed' },
      },
    ],
    targets: [
      'in-force.example',
      'xn--mnchen-3ya.example',
      longName,
      'wikipedia.org',
      { url: 'https://shared.example/channel/42', note: { fr: 'La chaîne seule', en: 'That channel only' } },
    ],
  }),
  order('several', 'Premier recours', {}),
  order('several-more', 'Second recours', { targets: ['several.example', 'www.several.example'] }),
  order('pending', 'Bientôt', {
    term: { until: date(300), served: date(30) },
    decisions: [{ ...judgment, date: date(-5) }],
  }),
  order('paused', 'Championnat', {
    dynamic: 'regulator',
    term: {
      until: date(120),
      served: date(-30),
      windows: [
        { start: instant(-10, 18), end: instant(-10, 21) },
        { start: instant(9, 18), end: instant(9, 21) },
      ],
    },
  }),
  order('suspended', 'Sursis', { decisions: [judgment, { ...appeal, effect: 'suspends', date: date(-40) }] }),
  order('lifted', 'Mainlevée', { decisions: [judgment, { ...appeal, effect: 'lifts', date: date(-40) }] }),
  order('name-lifted', 'Nom retiré', {
    targets: [{ domain: 'name-lifted.example', liftedOn: date(-40) }, 'name-kept.example'],
  }),
  order('ended', 'Terme échu', { term: { until: date(-15), served: date(-190) } }),
  order('beyond-term', 'Au-delà', { term: { until: date(-15), served: date(-190) } }),
  order('listed', 'Répertoire', {}),
  order('delisted', 'Résultats', { measures: [{ kind: 'delist', addressees: ['Mojeek'] }] }),
  order('results', 'Moteurs', { targets: ['films-one.example'] }),
  order('authority', 'Régulateur', {
    decisions: [
      {
        ...judgment,
        kind: 'administrative',
        court: 'Autorité de régulation de Valmont',
        docket: '2025-118',
        ecli: undefined,
      },
    ],
  }),
  order('bare', 'Minimum', {
    territory: undefined,
    costs: undefined,
    contest: undefined,
    applicants: [],
    legalBasis: [],
    decisions: [{ effect: 'orders', kind: 'interim', court: 'Cour de Valmont', date: date(-90) }],
    measures: [{ kind: 'block', addressees: [] }],
    term: { openEnded: true },
  }),
]

/** What somebody has chosen, by id; the others are applied within their term. */
export const choices = /** @type {const} */ ({
  'fr-tgi-paris-11-60013': 'apply-beyond-term',
  'gallery-beyond-term': 'apply-beyond-term',
  'gallery-listed': 'list',
})

/** One of which a part is never enforced, and a later version without that part. */
export const limited = order('limited', 'Adresses', { targets: ['limited.example', { ip: '192.0.2.7' }] })
export const unlimited = { ...limited, version: 2, targets: ['limited.example'] }

export { longName }

/** An administrator's: one order that can be used and one that cannot, whom to ask, and going on beyond the term. */
export const policy = {
  orders: [JSON.stringify(order('by-policy', 'Établissement', {})), '{"format": "writ-order/1"}'],
  afterTerm: 'continue',
  supportName: 'Lycée Exemple',
  supportContact: 'it@school.example',
  supportUrl: 'https://school.example/help',
}
