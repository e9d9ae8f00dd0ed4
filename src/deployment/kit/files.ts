/** One file of a kit. */
export interface KitFile {
  /** Below the kit's folder, with `/`. */
  path: string
  text: string
  /** UTF-16 with a byte order mark is for Windows' registry editor; everything else is UTF-8. */
  encoding?: 'utf16le'
  executable?: boolean
}

export function jsonFile(path: string, value: unknown): KitFile {
  return { path, text: `${JSON.stringify(value, null, 2)}\n` }
}
