import { useState } from 'preact/hooks'
import { Banner } from '../../parts/banner.tsx'
import type { PartProps } from '../props.ts'
import { Locked, Switch } from '../parts/switch.tsx'

/** What holds for every order. */
export function SettingsPart({ words, known, writ }: PartProps) {
  const { say } = words
  const { settings, locked } = known.state.effective
  const [refused, setRefused] = useState(false)
  const neverContact = async (on: boolean) => {
    const saved = await writ.save({ neverContact: on })
    setRefused(!saved)
    return saved
  }
  return (
    <>
      <Switch
        name="afterTerm"
        label={say('settingAfterTerm')}
        checked={settings.afterTerm === 'continue'}
        locked={locked.includes('afterTerm')}
        note={<Locked words={words} known={known} setting="afterTerm" />}
        change={(on) => writ.save({ afterTerm: on ? 'continue' : 'stop' })}
      >
        {say('aboutAfterTerm')}
      </Switch>
      <Switch
        name="neverContact"
        label={say('settingNeverContact')}
        checked={settings.neverContact}
        locked={locked.includes('neverContact')}
        note={<Locked words={words} known={known} setting="neverContact" />}
        change={neverContact}
      >
        {say('aboutNeverContact')}
      </Switch>
      <div role="status">{refused && <p>{say('neverContactRefused')}</p>}</div>
      {settings.neverContact && !known.privacyControl && (
        <Banner>
          {say('neverContactWithout')}{' '}
          <button type="button" onClick={() => void neverContact(true)}>
            {say('actionAllow')}
          </button>
        </Banner>
      )}
    </>
  )
}
