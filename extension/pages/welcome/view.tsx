import type { ComponentChildren } from 'preact'
import type { OrderHere } from '../../../src/standing/here.ts'
import type { Words } from '../../../src/words/words.ts'
import type { WelcomeActions } from './actions.ts'
import { Example } from './example.tsx'
import { Managed, type Organisation } from './managed.tsx'
import { Trial } from './trial.tsx'

export interface WelcomeProps {
  words: Words
  /** The bundled order on which the example is made, and which a newcomer may try. */
  order?: OrderHere
  /** One of its names. */
  sample: string
  /** The organisation that set this browser up; absent where none did. */
  organisation?: Organisation
  access: boolean
  privateWindows: boolean
  actions: WelcomeActions
}

/** Says what Writ does, in a sentence and by an example; then the way on, by who it is that reads. */
export function Welcome({ words, order, sample, organisation, ...rest }: WelcomeProps) {
  const { say } = words
  const { actions } = rest
  return (
    <article>
      <header>
        <p class="eyebrow">{say('extensionName')}</p>
        <h1>{say('welcomeHeadline')}</h1>
        <p class="lead">{say('welcomeLead')}</p>
      </header>
      <Missing words={words} {...rest} />
      {organisation && <Managed words={words} organisation={organisation} />}
      {order && <Example words={words} order={order} host={sample} />}
      {!organisation && (
        <section aria-labelledby="ways">
          <h2 id="ways">{say('welcomeWays')}</h2>
          <Way name="given" heading={say('welcomeGiven')}>
            <p>{say('welcomeGivenLead')}</p>
            <div class="actions">
              <button type="button" class="primary" data-action="open-import" onClick={actions.openImport}>
                {say('view_import')}
              </button>
            </div>
          </Way>
          {order && (
            <Way name="show" heading={say('welcomeShow')}>
              <Trial words={words} order={order} sample={sample} actions={actions} />
            </Way>
          )}
          <Way name="organisation" heading={say('welcomeOrganisation')}>
            <p>{say('welcomeOrganisationLead')}</p>
          </Way>
        </section>
      )}
      <p>{say('welcomePin')}</p>
      <p>{say('welcomePrivate')}</p>
      <div class="actions">
        <button type="button" data-action="open-options" onClick={actions.openOptions}>
          {say('actionOptions')}
        </button>
      </div>
    </article>
  )
}

function Way({ name, heading, children }: { name: string; heading: string; children: ComponentChildren }) {
  return (
    <section class="card" aria-labelledby={name}>
      <h3 id={name}>{heading}</h3>
      {children}
    </section>
  )
}

type MissingProps = Pick<WelcomeProps, 'words' | 'access' | 'privateWindows' | 'actions'>

/** Shows what is to be done before Writ works as it should, each with its button; nothing where all is given. */
function Missing({ words: { say }, access, privateWindows, actions }: MissingProps) {
  return (
    <div role="status">
      {!access && (
        <div class="banner" data-missing="access">
          {say('popupNoAccess')}{' '}
          <button type="button" class="primary" data-action="allow-access" onClick={actions.allow}>
            {say('actionAllowAccess')}
          </button>
        </div>
      )}
      {!privateWindows && (
        <div class="banner" data-missing="private-windows">
          {say('bannerPrivateWindows')}{' '}
          {actions.openExtensionSettings && (
            <button type="button" data-action="extension-settings" onClick={actions.openExtensionSettings}>
              {say('actionExtensionSettings')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
