/** Where each page of the extension is, below its root. */
export const PAGES = {
  blocked: 'extension/pages/blocked/index.html',
  popup: 'extension/pages/popup/index.html',
  options: 'extension/pages/options/index.html',
  welcome: 'extension/pages/welcome/index.html',
} as const

/** A file of the extension that has no script of its own: its tab may use the extension's API and disturbs nothing. */
export const DESK = 'icons/16.png'

/** `popup.html?tab=3` and `popup?tab=3` are short for the popup's true path; any other path stays as it is. */
export function pagePath(path: string): string {
  const [, name = '', rest = ''] = /^(\w+)(?:\.html)?([?#].*)?$/.exec(path) ?? []
  return name in PAGES ? PAGES[name as keyof typeof PAGES] + rest : path
}
