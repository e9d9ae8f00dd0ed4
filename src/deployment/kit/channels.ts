import type { Issue } from '../../order/issue.ts'
import type { Policies } from './layers.ts'

/** A way by which a policy reaches machines, and the most that it carries. */
interface Channel {
  title: string
  /** The most of one value, or of all values together, in the channel's own measure. */
  most: number
  of: 'value' | 'whole'
  sizeOf(json: string): number
}

const utf16Bytes = (json: string) => (json.length + 1) * 2
const characters = (json: string) => json.length

/**
 * The narrowest first. Registry.pol: [MS-GPREG] 2.2.1, `Size = %x00-FFFF`. Intune: mozilla/policy-templates #973 (an entry of an imported ADMX),
 * MicrosoftDocs/microsoft-365-docs #8806 (an OMA-URI). Google: `kPolicyDataMaxSize` in component_cloud_policy_updater.cc.
 */
const channels: readonly Channel[] = [
  { title: 'an ADMX that Intune imports', most: 1_023, of: 'value', sizeOf: characters },
  { title: 'group policy (Registry.pol)', most: 65_535, of: 'value', sizeOf: utf16Bytes },
  { title: 'an OMA-URI of Intune', most: 350_000, of: 'value', sizeOf: characters },
  { title: 'a value of the Windows registry', most: 1_000_000, of: 'value', sizeOf: utf16Bytes },
  { title: 'the Google Admin console', most: 5_000_000, of: 'whole', sizeOf: characters },
]

/** The channels that settings are too large for, setting by setting. Files on Linux and profiles on macOS carry any. */
export function channelWarnings(settings: Policies): Issue[] {
  const whole = JSON.stringify(settings)
  const parts = Object.entries(settings).map(([key, value]) => [`settings.${key}`, JSON.stringify(value)] as const)
  const tooSmall = (json: string, of: Channel['of']) =>
    channels.filter((channel) => channel.of === of && channel.sizeOf(json) > channel.most).map(({ title }) => title)
  const places = [...parts.map(([path, json]) => [path, json, 'value'] as const), ['settings', whole, 'whole'] as const]
  return places.flatMap(([path, json, of]) => {
    const titles = tooSmall(json, of)
    if (titles.length === 0) return []
    const message = `has ${json.length} characters, more than these carry: ${titles.join(', ')}. Files on Linux, profiles on macOS, a .reg file and a feed do`
    return [{ code: 'too-large-for-channel', path, message }]
  })
}
