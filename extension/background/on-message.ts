import polyfill from 'webextension-polyfill'

/** A listener may answer with a promise, which Chromium does not know by itself. The only import of the polyfill. */
export const { onMessage } = polyfill.runtime
