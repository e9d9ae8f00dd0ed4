import { visit } from 'jsonc-parser'
import type { Issue } from '../../order/issue.ts'
import { join } from '../../order/reading.ts'

/** Names that an object of a JSON text has twice: readers take the last and say nothing of the first. */
export function repeatedNames(text: string): Issue[] {
  const issues: Issue[] = []
  const open: Set<string>[] = []
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name, _offset, _length, line, _column, pathOf) {
      const names = open.at(-1)
      if (names?.has(name)) {
        const path = [...pathOf(), name].reduce<string>(
          (above, part) => (typeof part === 'number' ? `${above}[${part}]` : join(above, part)),
          '',
        )
        issues.push({
          code: 'set-twice',
          path,
          message: `is there twice (again in line ${line + 1}): the last one holds`,
        })
      }
      names?.add(name)
    },
  })
  return issues
}
