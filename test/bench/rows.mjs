/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} measured
 * @property {string} against
 * @property {number} [ratio]
 * @property {string} [bound]
 * @property {'yes' | 'no'} [within]
 */

/** A ratio within one run, held to its bound. @param {string} what @param {number} ms @param {number} base @param {number} [bound] @returns {Row} */
export function row(what, ms, base, bound) {
  const ratio = Math.round((ms / base) * 1000) / 1000
  return {
    what,
    measured: `${ms.toFixed(1)} ms`,
    against: `${base.toFixed(1)} ms`,
    ratio,
    ...(bound === undefined ? {} : { bound: `<= ${bound}`, within: ratio <= bound ? 'yes' : 'no' }),
  }
}

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/**
 * The mean of the middle half: as little moved by stray values as the median, and finer where a clock's steps are coarse.
 *
 * @param {number[]} values
 */
export function midmean(values) {
  const quarter = Math.floor(values.length / 4)
  const middle = values.toSorted((a, b) => a - b).slice(quarter, values.length - quarter)
  return middle.reduce((sum, value) => sum + value, 0) / middle.length
}
