/**
 * One picture of the gallery.
 *
 * @typedef {object} Picture
 * @property {string} file relative to the index
 * @property {string} state
 * @property {string} language
 * @property {string} appearance
 * @property {string[]} faults
 */

/** The gallery's index: a row a state, its pictures side by side, those of a language and an appearance on demand. */
export function contents(/** @type {Picture[]} */ pictures) {
  const states = [...new Set(pictures.map(({ state }) => state))]
  const choice = (/** @type {'language' | 'appearance'} */ by) => {
    const values = [...new Set(pictures.map((picture) => picture[by]))]
    return `<select data-by="${by}"><option value="">every ${by}</option>${values.map((value) => `<option>${value}</option>`).join('')}</select>`
  }
  const row = (/** @type {string} */ state) => `<section><h2>${state}</h2><div class="row">
${pictures
  .filter((picture) => picture.state === state)
  .map(figure)
  .join('\n')}
</div></section>`
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>Gallery</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem; color-scheme: light dark }
  header { position: sticky; top: 0; padding: 0.5rem 0; background: Canvas }
  .row { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }
  figure { margin: 0; max-width: 30rem }
  figcaption { font-size: 0.85rem }
  .faults { color: #b00020 }
  img { display: block; max-width: 100%; border: 1px solid GrayText }
</style>
<header>${choice('language')} ${choice('appearance')} ${pictures.length} pictures, ${pictures.filter(({ faults }) => faults.length > 0).length} with faults</header>
${states.map(row).join('\n')}
<script>
  const choices = [...document.querySelectorAll('select')]
  const show = () => {
    for (const figure of document.querySelectorAll('figure'))
      figure.hidden = choices.some(({ dataset, value }) => value !== '' && figure.dataset[dataset.by] !== value)
  }
  for (const choice of choices) choice.addEventListener('change', show)
</script>
</html>
`
}

/** @param {Picture} picture */
function figure({ file, language, appearance, faults }) {
  const said = faults.map((fault) => `<li>${escaped(fault)}</li>`).join('')
  return `<figure data-language="${language}" data-appearance="${appearance}"><a href="${file}"><img loading="lazy" src="${file}" alt="" /></a>
<figcaption>${language}, ${appearance}${said && `<ul class="faults">${said}</ul>`}</figcaption></figure>`
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
