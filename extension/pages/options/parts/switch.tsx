import type { ComponentChildren } from 'preact'
import type { SettingName } from '../../../../src/policy/settings.ts'
import type { PartProps } from '../props.ts'
import { useWords } from '../use-words.ts'

export interface SwitchProps {
  name: string
  label: string
  checked: boolean
  /** An administrator has set it: shown, not changed. */
  locked: boolean
  /** Says whether it was changed. */
  change(on: boolean): Promise<boolean>
  /** The meaning of the switch, and what follows from it. */
  children?: ComponentChildren
  /** Below that: why it cannot be changed. */
  note?: ComponentChildren
}

/** A setting that is on or off. It is shown as it holds: what the browser refuses goes back. */
export function Switch({ name, label, checked, locked, change, children, note }: SwitchProps) {
  return (
    <div class="switch">
      <input
        type="checkbox"
        id={`switch-${name}`}
        name={name}
        checked={checked}
        disabled={locked}
        aria-describedby={children ? `about-${name}` : undefined}
        onChange={({ currentTarget }) =>
          void change(currentTarget.checked).then((changed) => {
            if (!changed) currentTarget.checked = checked
          })
        }
      />
      <label for={`switch-${name}`}>{label}</label>
      {children && (
        <p class="quiet" id={`about-${name}`}>
          {children}
        </p>
      )}
      {note}
    </div>
  )
}

/** Why a control cannot be changed, where that is so. */
export function Locked({ known, setting }: Pick<PartProps, 'known'> & { setting: SettingName }) {
  const words = useWords()
  return known.state.effective.locked.includes(setting) ? <p class="locked">{words.say('lockedByPolicy')}</p> : null
}
