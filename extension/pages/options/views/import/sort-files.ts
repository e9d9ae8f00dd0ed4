/** Characters at a file's start by which it is told what it is. */
const start = 4096

/** Files that are documents of orders, or were meant to be, and the others: lists. */
export async function sortFiles(files: readonly File[]): Promise<{ documents: File[]; others: File[] }> {
  const documents: File[] = []
  const others: File[] = []
  for (const file of files) {
    // A file that cannot be read says so where it is read whole.
    const text = await file
      .slice(0, start)
      .text()
      .catch(() => '')
    ;(isDocument(file.name, text) ? documents : others).push(file)
  }
  return { documents, others }
}

/**
 * Tells whether a text is the document of an order, or was meant to be one:
 *
 *   {"format": "writ-order/1" ...     yes; so is any other object that is no list
 *   {"list": [{"domain": "a.tv"}]}    no: a register in JSON
 *   ["a.tv"]   a.tv                   no
 *   oops, in a file called x.json     yes: what is wrong with it is said of a document
 */
export function isDocument(name: string, text: string): boolean {
  const begin = text
    .slice(0, start)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (begin.startsWith('{')) return ofOrders.test(begin) || !ofLists.test(begin)
  return name.endsWith('.json') && !begin.startsWith('[')
}

const ofOrders = /"(?:format|decisions|measures|jurisdiction|legalBasis)"\s*:/
const ofLists = /"(?:list|domains?|names|hosts?|urls?|entries|items)"\s*:/
