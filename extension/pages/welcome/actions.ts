import type { Choice } from '../../../src/standing/application.ts'

/** Everything that a person can do on the page. */
export interface WelcomeActions {
  choose(choice: Choice): void
  allow(): void
  test(): void
  openOptions(): void
  openImport(): void
  /** Undefined where no page may open the browser's own settings of this extension. */
  openExtensionSettings: (() => void) | undefined
}
