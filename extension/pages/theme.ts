/** Whether the pages are light or dark: as the system is, unless somebody has said otherwise. */
export type Theme = (typeof themes)[number]

export const themes = ['system', 'light', 'dark'] as const

const kept = 'theme'

/** The theme that was chosen in this browser. Read at once, before a page is drawn: the store would answer too late. */
export function chosenTheme(): Theme {
  try {
    const stored = localStorage.getItem(kept)
    return themes.find((one) => one === stored) ?? 'system'
  } catch {
    // A browser that lets no page keep anything.
    return 'system'
  }
}

export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(kept, theme)
  showTheme(theme)
}
