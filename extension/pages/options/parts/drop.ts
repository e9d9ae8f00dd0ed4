import { useEffect, useState } from 'preact/hooks'
import { hashOf } from '../address.ts'

/** Files dropped anywhere on the page are for the import: a browser would open them, and what was typed be lost. */
export function useDrop(): readonly File[] {
  const [dropped, setDropped] = useState<readonly File[]>([])
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault()
    const drop = (event: DragEvent) => {
      event.preventDefault()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      setDropped(files)
      location.hash = hashOf({ view: 'import' })
    }
    addEventListener('dragover', over)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('drop', drop)
    }
  }, [])
  return dropped
}
