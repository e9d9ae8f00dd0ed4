import punycode from 'punycode/punycode.js'

/**
 * The spelling in which people know a host, where it is another one than the host's own:
 *
 *   xn--bcher-kva.example   bücher.example
 *   dpstream.tv             undefined
 *
 * Only what the URL standard writes back as the same host: nothing that changes how the text around it is read.
 */
export function unicodeHost(host: string): string | undefined {
  if (!host.includes('xn--')) return undefined
  try {
    const spelled = punycode.toUnicode(host)
    return spelled !== host && new URL(`http://${spelled}`).hostname === host ? spelled : undefined
  } catch {
    return undefined
  }
}
