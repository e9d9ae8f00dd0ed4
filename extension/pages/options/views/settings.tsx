import { Banner } from '../../parts/banner.tsx'
import { useState } from 'preact/hooks'
import { chooseTheme, chosenTheme, themes, type Theme } from '../../theme.ts'
import { BackupPart } from './backup/backup-part.tsx'
import type { PartProps } from '../props.ts'
import { IssueList, type Told } from '../parts/issue-list.tsx'
import { Locked, Switch } from '../parts/switch.tsx'
import { useSave } from '../parts/use-save.ts'
import { useWords } from '../use-words.ts'

/** Light or dark: it holds at once, for this browser's pages of Writ alone. */
function ThemeChoice() {
  const { say, named } = useWords()
  const [theme, setTheme] = useState(chosenTheme)
  const choose = (one: Theme) => {
    chooseTheme(one)
    setTheme(one)
  }
  return (
    <fieldset>
      <legend>{say('themeTitle')}</legend>
      {themes.map((one) => (
        <label class="switch" key={one}>
          <input type="radio" name="theme" value={one} checked={theme === one} onChange={() => choose(one)} />
          <span>{named('theme', one)}</span>
        </label>
      ))}
    </fieldset>
  )
}

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
      <ThemeChoice />
      <BackupPart known={known} writ={writ} />
    </>
  )
}
