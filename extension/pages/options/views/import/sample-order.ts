/** An order as it is written, with the least that one has: a person puts the facts of theirs in its place. */
export const sampleOrder = JSON.stringify(
  {
    format: 'writ-order/1',
    id: 'sample-order',
    version: 1,
    language: 'en',
    title: 'Sample order',
    jurisdiction: 'FR',
    decisions: [
      {
        effect: 'orders',
        kind: 'judgment',
        court: 'Tribunal judiciaire de Paris',
        date: '2024-01-31',
        docket: '24/00000',
      },
    ],
    legalBasis: [{ citation: 'Article L. 336-2 du code de la propriété intellectuelle' }],
    applicants: ['An applicant'],
    measures: [{ kind: 'block', addressees: ['An access provider'] }],
    targets: ['blocked.example', { url: 'https://shared.example/one-page' }],
    term: { until: '2030-12-31' },
    sources: [{ url: 'https://example.org/decision' }],
  },
  null,
  2,
)
