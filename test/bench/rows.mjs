/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} measured
 * @property {string} [against]
 * @property {number} [ratio]
 * @property {string} [bound]
 * @property {string} [within] `yes`, or by how much it was missed
 * @property {number} [missed] in percent of the bound
 */

/** A miss up to this, in percent, is left after one honest effort: machines are that far apart. */
const bearable = 10

/** A ratio within one run, held to its bound where it has one. @param {string} what @param {number} ms @param {number} base @param {number} [bound] @returns {Row} */
export function row(what, ms, base, bound) {
  const ratio = Math.round((ms / base) * 1000) / 1000
  return { what, measured: `${ms.toFixed(1)} ms`, against: `${base.toFixed(1)} ms`, ratio, ...heldTo(ratio, bound) }
}

/**
 * A value, held to its bound where it has one, beside what it is to be compared with.
 *
 * @param {string} what
 * @param {number} value
 * @param {number | undefined} bound
 * @param {string} unit
 * @param {number} [base]
 * @returns {Row}
 */
export function bounded(what, value, bound, unit, base) {
  const inUnits = (/** @type {number} */ one) => `${one.toFixed(2)} ${unit}`
  const against = base === undefined ? {} : { against: inUnits(base) }
  return { what, measured: inUnits(value), ...against, ...heldTo(value, bound, ` ${unit}`) }
}

/** @param {number} value @param {number | undefined} bound */
function heldTo(value, bound, unit = '') {
  if (bound === undefined) return {}
  const missed = Math.max(0.1, Math.round((value / bound - 1) * 1000) / 10)
  const within = value <= bound ? { within: 'yes' } : { within: `missed by ${missed} %`, missed }
  return { bound: `<= ${bound}${unit}`, ...within }
}

/** Whether a bound was missed by more than machines differ. @param {Row[]} rows */
export function isTooMuch(rows) {
  return rows.some(({ missed = 0 }) => missed > bearable)
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
