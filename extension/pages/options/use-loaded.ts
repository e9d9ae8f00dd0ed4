import { useEffect, useState, type Inputs } from 'preact/hooks'

/**
 * The answer of `load`, read again when one of `inputs` changes; until then, and where it fails, the previous one. An
 * answer that comes after a newer question is not shown.
 */
export function useLoaded<Value>(initial: Value, load: () => Promise<Value>, inputs: Inputs): Value {
  const [value, setValue] = useState(initial)
  useEffect(() => {
    let wanted = true
    load().then(
      (loaded) => wanted && setValue(() => loaded),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, inputs)
  return value
}
