import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserName } from './driver.ts'

/**
 * Policies for one browser process alone. Both browsers read policies from below /etc; the process gets a mount namespace of
 * its own in which a directory of the test stands there, so nothing of the machine changes and tests can run side by side.
 */
export class PolicyDirectory {
  private readonly skeleton: string
  private readonly live: string

  constructor(
    private readonly browser: BrowserName,
    private readonly directory: string,
  ) {
    if (process.platform !== 'linux') throw new Error('Policies are given in a mount namespace, which only Linux has')
    this.skeleton = join(directory, 'skeleton')
    this.live = join(directory, 'live')
    mkdirSync(join(this.skeleton, browser), { recursive: true })
    mkdirSync(join(this.live, browser === 'chromium' ? 'policies/managed' : 'policies'), { recursive: true })
  }

  /**
   * Writes the policies in one step. Chromium notices in about 5 s while it runs; Firefox at its next start.
   * `settings` are the extension's managed settings, `others` the browser's own policies.
   */
  write(extensionId: string, settings: object | undefined, others: object = {}): void {
    if (this.browser === 'firefox') {
      const managed = settings && { '3rdparty': { Extensions: { [extensionId]: settings } } }
      this.put('policies/policies.json', { policies: { ...others, ...managed } })
      return
    }
    this.put('policies/managed/10-browser.json', others)
    this.put('policies/managed/20-settings.json', settings ? { '3rdparty': { extensions: { [extensionId]: settings } } } : {})
  }

  /** A script that starts `executable` with the policies in place, in the same process: signals and pipes reach the browser. */
  wrap(executable: string): string {
    const script = join(this.directory, 'start.sh')
    const place = `/etc/${this.browser}`
    const mounts = `[ -d ${place} ] || mount -t overlay overlay -o lowerdir=${quote(this.skeleton)}:/etc /etc; mount --bind ${quote(this.live)} ${place}`
    const namespace = process.getuid?.() === 0 ? '--mount' : '--user --map-root-user --mount'
    writeFileSync(
      script,
      `#!/bin/sh\nexec unshare ${namespace} sh -c ${quote(`${mounts} && exec ${quote(executable)} "$@"`)} sh "$@"\n`,
    )
    chmodSync(script, 0o755)
    return script
  }

  private put(path: string, content: object): void {
    const target = join(this.live, path)
    writeFileSync(`${target}.new`, JSON.stringify(content))
    renameSync(`${target}.new`, target)
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
