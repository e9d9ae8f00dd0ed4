/** Shows the orders whose line, or one of whose names, holds every word that was typed. Without it the page is whole. */
const box = document.querySelector('search')
const field = box?.querySelector('input')
const answer = box?.querySelector('[role=status]')
const lines = [...document.querySelectorAll('.orders > li')].map((line) => ({
  line,
  text: `${line.textContent} ${line.getAttribute('data-names')}`.toLowerCase(),
}))

/** A name below a listed one is covered by it: `www.a.tv` finds `a.tv`. @param {string} text @param {string} word */
function holds(text, word) {
  const parents = word.split('.').map((_, at, labels) => labels.slice(at).join('.'))
  return (
    text.includes(word) || parents.slice(1, -1).some((name) => text.includes(` ${name} `) || text.endsWith(` ${name}`))
  )
}

function search() {
  const words = (field?.value ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  let shown = 0
  for (const { line, text } of lines) {
    const fits = words.every((word) => holds(text, word))
    line.toggleAttribute('hidden', !fits)
    shown += Number(fits)
  }
  for (const section of document.querySelectorAll('main > section'))
    section.toggleAttribute('hidden', !section.querySelector('.orders > li:not([hidden])'))
  if (answer) answer.textContent = shown > 0 ? '' : answer.getAttribute('data-none')
}

box?.removeAttribute('hidden')
field?.addEventListener('input', search)
