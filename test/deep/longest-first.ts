import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, by the seconds that it took on two cores, the longest first: files not named here come after. */
const longest = ['search', 'flash', 'deploy', 'packages', 'escapes', 'options', 'appearance', 'popup', 'main-job']

/** Begins with the longest files: else the last one runs alone, and the other core has nothing to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's, which gives another list
    const others = await super.sort(files)
    return others.toSorted((a, b) => groupOf(a) - groupOf(b) || place(a) - place(b))
  }
}

const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder

function place({ moduleId }: TestSpecification): number {
  const at = longest.findIndex((name) => moduleId.includes(`/e2e/${name}.`))
  return at === -1 ? longest.length : at
}
