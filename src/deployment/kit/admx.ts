import { create } from 'xmlbuilder'
import schema from '../../../public/managed_schema.json' with { type: 'json' }
import french from './setting-titles.fr.json' with { type: 'json' }
import type { BrowserName } from './config.ts'
import type { KitFile } from './files.ts'
import { registryRoots } from './windows-registry.ts'

interface SettingText {
  title: string
  description: string
}

type SettingTexts = Record<string, SettingText>

const languages: [code: string, words: Record<'writ' | 'enforced' | 'supported', string>, texts: SettingTexts][] = [
  [
    'en-US',
    {
      writ: 'Writ: court orders',
      enforced: 'What is set is enforced, and locked for the user.',
      supported: 'Windows 10 and later',
    },
    schema.properties,
  ],
  [
    'fr-FR',
    {
      writ: 'Writ : décisions de justice',
      enforced: 'Ce qui est réglé ici s’impose, et l’utilisateur ne peut le changer.',
      supported: 'Windows 10 et suivants',
    },
    french,
  ],
]

const browserNames: Record<BrowserName, string> = {
  chrome: 'Google Chrome',
  edge: 'Microsoft Edge',
  chromium: 'Chromium',
  firefox: 'Mozilla Firefox',
}

/**
 * Administrative templates made from the managed schema: each setting of Writ, under its readable name, for each browser.
 * https://learn.microsoft.com/previous-versions/windows/desktop/policy/admx-schema
 */
export function admxFiles(ids: Partial<Record<BrowserName, string>>): KitFile[] {
  const browsers = Object.entries(ids) as [BrowserName, string][]
  return [
    { path: 'windows/admx/writ.admx', text: admx(browsers) },
    ...languages.map(([code, words, texts]) => ({
      path: `windows/admx/${code}/writ.adml`,
      text: adml(browsers, words, texts),
    })),
  ]
}

const namespaces = {
  '@xmlns': 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions',
  '@revision': '1.0',
  '@schemaVersion': '1.0',
}

function admx(browsers: [BrowserName, string][]): string {
  return xml({
    policyDefinitions: {
      ...namespaces,
      policyNamespaces: { target: { '@prefix': 'writ', '@namespace': 'Writ.Policies' } },
      resources: { '@minRequiredRevision': '1.0' },
      supportedOn: { definitions: { definition: { '@name': 'all', '@displayName': '$(string.supported)' } } },
      categories: {
        category: [
          { '@name': 'writ', '@displayName': '$(string.writ)' },
          ...browsers.map(([browser]) => ({
            '@name': browser,
            '@displayName': `$(string.${browser})`,
            parentCategory: { '@ref': 'writ' },
          })),
        ],
      },
      policies: {
        policy: browsers.flatMap(([browser, id]) => settings.map((setting) => policyOf(browser, id, setting))),
      },
    },
  })
}

const settings = Object.entries(schema.properties)

function policyOf(browser: BrowserName, id: string, [name, { type }]: (typeof settings)[number]) {
  const key = keyOf(browser, id)
  const policy = {
    '@name': `${browser}_${name}`,
    '@class': 'Machine',
    '@displayName': `$(string.${name})`,
    '@explainText': `$(string.${name}_explained)`,
    '@key': key,
  }
  const element = { '@id': name, '@valueName': name }
  const place = { parentCategory: { '@ref': browser }, supportedOn: { '@ref': 'all' } }
  const choices = choicesOf(name)
  if (type === 'boolean')
    return {
      ...policy,
      '@valueName': name,
      ...place,
      enabledValue: { decimal: { '@value': 1 } },
      disabledValue: { decimal: { '@value': 0 } },
    }
  return {
    ...policy,
    '@presentation': `$(presentation.${browser}_${name})`,
    ...place,
    elements:
      type === 'array'
        ? { list: { '@id': name, '@key': `${key}\\${name}`, '@valuePrefix': '' } }
        : choices
          ? { enum: { ...element, '@required': 'true', item: choices.map((choice) => itemOf(name, choice)) } }
          : { text: { ...element, '@maxLength': longestText } },
  }
}

/** Settings of a few words are chosen from a list, so that none can be misspelt. */
function choicesOf(name: string): readonly string[] | undefined {
  return { afterTerm: ['stop', 'continue'], scope: ['every', 'addressed'] }[name]
}

function itemOf(name: string, choice: string) {
  return { '@displayName': `$(string.${name}_${choice})`, value: { string: choice } }
}

/** The longest text that the policy editor takes; longer ones are refused there. */
const longestText = 16_384

function keyOf(browser: BrowserName, id: string): string {
  const root = registryRoots[browser].replace('HKEY_LOCAL_MACHINE\\', '')
  return browser === 'firefox' ? `${root}\\3rdparty\\Extensions\\${id}` : `${root}\\3rdparty\\extensions\\${id}\\policy`
}

function adml(
  browsers: [BrowserName, string][],
  words: Record<'writ' | 'enforced' | 'supported', string>,
  texts: SettingTexts,
): string {
  const strings = [
    ['writ', words.writ],
    ['supported', words.supported],
    ...browsers.map(([browser]) => [browser, browserNames[browser]]),
    ...settings.flatMap(([name]) => [
      [name, texts[name]?.title],
      ...(choicesOf(name) ?? []).map((choice) => [`${name}_${choice}`, choice]),
      [`${name}_explained`, `${texts[name]?.description} ${words.enforced}`],
    ]),
  ]
  const presentations = browsers.flatMap(([browser]) =>
    settings
      .filter(([, { type }]) => type !== 'boolean')
      .map(([name, { type }]) => ({
        '@id': `${browser}_${name}`,
        ...(type === 'array'
          ? { listBox: { '@refId': name, '#text': texts[name]?.title } }
          : choicesOf(name)
            ? { dropdownList: { '@refId': name, '@noSort': 'true', '#text': texts[name]?.title } }
            : { textBox: { '@refId': name, label: texts[name]?.title } }),
      })),
  )
  return xml({
    policyDefinitionResources: {
      ...namespaces,
      displayName: words.writ,
      description: words.writ,
      resources: {
        stringTable: { string: strings.map(([id, text]) => ({ '@id': id, '#text': text })) },
        presentationTable: { presentation: presentations },
      },
    },
  })
}

function xml(document: Record<string, object>): string {
  return `${create(document, { encoding: 'utf-8' }).end({ pretty: true })}\n`
}
