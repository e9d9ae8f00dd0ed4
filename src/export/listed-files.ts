/** The heading in a README below which the files beside it are listed, a line each. */
export const filesHeading = 'Files'

/**
 * The files that a README of an earlier export lists: a server that reads its whole folder would go on with those of an order that
 * has ended. None where it is a README of something else, and none outside its folder.
 */
export function listedFiles(readme: string): string[] {
  if (!readme.startsWith('Court orders for ')) return []
  const lines = readme.split('\n')
  const heading = lines.indexOf(filesHeading)
  if (heading < 0) return []
  const names = lines.slice(heading + 2)
  const end = names.indexOf('')
  return names.slice(0, end < 0 ? undefined : end).filter((name) => /^[\w.-]+$/.test(name) && !name.startsWith('.'))
}
