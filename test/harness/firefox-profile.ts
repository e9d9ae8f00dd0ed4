import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { launch } from './launch.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** A profile with which a browser has started before: a copy of it starts in two thirds of the time. */
    usedProfile?: string
  }
}

/** Starts Firefox once, so that each test's browser begins with what every new profile has made at its first start. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'writ-used-profile-'))
  const profile = join(folder, 'profile')
  const firefox = await launch('firefox', { profile, language: 'en', extension: false })
  await firefox.close()
  project.provide('usedProfile', profile)
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
