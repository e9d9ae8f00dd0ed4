import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

export function orderText(values: object): string {
  return JSON.stringify({ ...minimal, ...values })
}

/**
 * What fixtures say in short: `{order: values}` is an order's text, `{repeat: [x, n]}` a long text, `{list: [x, n]}` a long
 * list, `{settings: values}` a policy file with these settings of Writ.
 */
export function expanded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expanded)
  if (typeof value !== 'object' || value === null) return value
  if ('order' in value && Object.keys(value).length === 1 && !Array.isArray(value.order))
    return orderText(value.order as object)
  if ('repeat' in value) return repeated(value.repeat, (text, times) => text.repeat(times))
  if ('list' in value) return repeated(value.list, (text, times) => Array<string>(times).fill(text))
  if ('settings' in value)
    return { '3rdparty': { extensions: { abcdefghijklmnopabcdefghijklmnop: expanded(value.settings) } } }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, expanded(entry)]))
}

function repeated<Whole>(given: unknown, make: (text: string, times: number) => Whole): Whole {
  const [text, times] = given as [string, number]
  return make(text, times)
}
