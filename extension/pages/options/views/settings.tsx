import { Banner } from '../../parts/banner.tsx'
import type { PartProps } from '../props.ts'
import { IssueList, type Told } from '../parts/issue-list.tsx'
import { Locked, Switch } from '../parts/switch.tsx'
import { useSave } from '../parts/use-save.ts'
import { useWords } from '../use-words.ts'

/** Settings that hold for every order. */
export function SettingsPart({ known, writ }: PartProps) {
  const { say } = useWords()
  const { settings, locked } = known.state.effective
  const { refused, save } = useSave(writ)
  const told = refused.map((issue): Told =>
    issue.code === 'permission-refused' ? { ...issue, path: '', said: say('neverContactRefused') } : issue,
  )
  return (
    <>
      <Switch
        name="afterTerm"
        label={say('settingAfterTerm')}
        checked={settings.afterTerm === 'continue'}
        locked={locked.includes('afterTerm')}
        note={<Locked known={known} setting="afterTerm" />}
        change={(on) => save({ afterTerm: on ? 'continue' : 'stop' })}
      >
        {say('aboutAfterTerm')}
      </Switch>
      <Switch
        name="neverContact"
        label={say('settingNeverContact')}
        checked={settings.neverContact}
        locked={locked.includes('neverContact')}
        note={<Locked known={known} setting="neverContact" />}
        change={(on) => save({ neverContact: on })}
      >
        {say('aboutNeverContact')}
      </Switch>
      <div role="status">
        <IssueList issues={told} />
      </div>
      {settings.neverContact && !known.privacyControl && (
        <Banner>
          {say('neverContactWithout')}{' '}
          <button type="button" onClick={() => void save({ neverContact: true })}>
            {say('actionAllow')}
          </button>
        </Banner>
      )}
    </>
  )
}
