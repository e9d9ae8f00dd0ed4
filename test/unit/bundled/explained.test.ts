import { describe, expect, it } from 'vitest'
import { writ } from '../cli/memory-world.ts'

/** What is said of an address in English and in French, and what may not be: spaces as a reader sees them. */
const cases: [address: string, says: string[], saysNot: string[]][] = [
  [
    // TGI Paris ordered it blocked in 2014: that no order is held here is all that is known here.
    'http://thepiratebay.se/',
    ['No order in this browser names thepiratebay.se', 'Aucune décision de ce navigateur ne vise thepiratebay.se'],
    ['court order', 'décision de justice'],
  ],
  [
    'http://dpstream.tv/',
    [
      'AlloStreaming case (Expired)',
      'The name has changed hands since the judgment',
      'ce nom a changé de titulaire',
      'Court today: Tribunal judiciaire de Paris',
      'wholly or almost wholly dedicated to showing audiovisual works',
      '« entièrement dédié ou quasiment dédié',
      'about January 8, 2014: Formally delivered',
      'about January 23, 2015: Last day, computed: within 15 days of service, then 12 months',
      'Names and addresses covered: 16 entries',
      'alloshowTV, alloshare et allomovies”',
      'notamment par le blocage des noms de domaines, aux sites ci-après visés',
      'except Microsoft and Yahoo!',
      'sauf Microsoft et Yahoo!',
      'Not sure: term.served: Inferred',
      'Incertain : term.served : Déduit',
    ],
    ['29 entr', 'January 15', 'January 30', 'does not say', 'ne le précise pas', 'Télécom, Darty', '(In force)'],
  ],
  [
    'http://allostreaming.com/',
    [
      'AlloStreaming case (Expired)',
      'allostreaming.com is not blocked',
      'allostreaming.com n’est pas bloqué',
      'RG 11/60013',
    ],
    ['changed hands', 'changé de titulaire', '29 entr'],
  ],
  [
    'http://newzbin.com/',
    [
      'Newzbin2 (Twentieth Century Fox v BT) (Unknown)',
      'Date: October 26, 2011',
      'HC10C04385, [2011] EWHC 2714 (Ch)',
      'announced on 28 November 2012 that it had closed',
      'September 17, 2012',
      'its document records no check since',
      'son document ne mentionne aucune vérification depuis',
      'It is only listed here: it is not applied in this browser.',
      'Columbia Pictures Industries, Inc.',
      '(general in this country; not from the order)',
    ],
    ['In force)', 'Date: July 28', 'is blocked', 'est bloqué', 'is set to do so', 'nobody', 'personne ne'],
  ],
  [
    'http://firstrowsports.eu/',
    [
      'FirstRow (FAPL v BSkyB) (Unknown)',
      '[2013] EWHC 2058 (Ch)',
      'Copyright, Designs and Patents Act 1988, section 97A',
      'infringe the applicant’s copyrights',
      'their domains and sub-domains',
      'Dans les 15 jours ouvrés de la première notification',
    ],
    ['3479', 'was not read in it', 'is blocked by', 'est bloqué par', '(In force)', 'by its user’s choice'],
  ],
  [
    'http://t411.me/',
    [
      'T411 case (Expired)',
      'Ordered to block: Orange, Free, SFR, and Bouygues Telecom for: t411.me',
      'within 15 days of service',
      '12 months from when the measures are put in place',
      'Names and addresses covered: 2 entries',
      'Borne by the SCPP',
    ],
    // From when it bound is not known: no day of service is.
    ['In force from this day', 'En vigueur à partir de ce jour', '08177', '4 entr'],
  ],
  [
    'http://beinmatch.tv/',
    ['Africa Cup of Nations 2021', 'beIN Sports France', 'within 3 days of service'],
    ['first order', 'première ordonnance', 'In force from this day'],
  ],
]

describe.each(cases)('of %s it is said', (address, says, saysNot) => {
  const at = async (lang: string) =>
    (await writ(['explain', address, '--bundled', '--lang', lang])).out.replaceAll(/\s+/g, ' ')

  it('what is known, and nothing untrue', async () => {
    const said = `${await at('en')} ${await at('fr')}`
    expect(says.filter((part) => !said.includes(part))).toEqual([])
    expect(saysNot.filter((part) => said.includes(part))).toEqual([])
  })
})
