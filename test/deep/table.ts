import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** What `npm run test:deep` says at its end: every long test, and what it says of itself (`annotate`). */
export default class Table implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const ran = modules.flatMap((module) => [...module.children.allTests()])
    const groups = new Map<string, TestCase[]>()
    for (const test of ran.filter((one) => one.result().state !== 'skipped')) {
      const key = `${test.project.name}: ${test.parent.type === 'suite' ? test.parent.fullName : test.fullName}`
      groups.set(key, [...(groups.get(key) ?? []), test])
    }
    console.table([...groups].map(([what, tests]) => rowOf(what, tests)))
  }
}

function rowOf(what: string, tests: TestCase[]) {
  const took = tests.reduce((ms, test) => ms + (test.diagnostic()?.duration ?? 0), 0)
  return {
    what,
    tests: tests.length,
    failed: tests.filter((test) => test.result().state === 'failed').length,
    seconds: Math.round(took / 1000),
    figures: tests.flatMap((test) => test.annotations().map(({ message }) => message)).join('; '),
  }
}
