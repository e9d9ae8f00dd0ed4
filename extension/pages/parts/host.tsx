import { unicodeHost } from '../../../src/words/unicode-host.ts'

/** A host, never a link; in the spelling that people know and in its own where the two differ. */
export function Host({ host }: { host: string }) {
  const spelled = unicodeHost(host)
  return (
    <p class="host">
      {spelled && (
        <>
          <bdi>{spelled}</bdi>{' '}
        </>
      )}
      <bdi class={spelled && 'encoded'}>{host}</bdi>
    </p>
  )
}
