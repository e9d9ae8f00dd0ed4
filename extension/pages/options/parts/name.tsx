import { unicodeHost } from '../../../../src/words/unicode-host.ts'

/** A name of a list, in the spelling that people know, and behind it in its own where the two differ. */
export function Name({ value }: { value: string }) {
  const spelled = unicodeHost(value)
  return (
    <>
      <bdi>{spelled ?? value}</bdi>
      {spelled !== undefined && (
        <>
          {' '}
          <bdi class="encoded">{value}</bdi>
        </>
      )}
    </>
  )
}
