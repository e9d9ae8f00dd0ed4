import { beforeAll, expect, it } from 'vitest'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, wait } from '../harness/launch.mjs'
import { importOrder } from '../harness/orders.mjs'
import { addressOf, ownResultPages, serveResultPages } from '../harness/result-pages.mjs'
import { withWatcher, type Report } from '../harness/watch-frames.mjs'

/** What a page's own script does to its results; it sets `done` when it has. */
const scripts: Record<string, string> = {
  'take the marks away in every frame': `
    let frames = 0
    const undo = () => {
      for (const one of document.querySelectorAll('[data-writ]')) one.removeAttribute('data-writ')
      if (++frames < 60) requestAnimationFrame(undo)
      else done = true
    }
    undo()`,
  'are drawn anew from the page’s own state': `
    const list = document.querySelector('#rso')
    const state = list.innerHTML.replaceAll(/ data-writ="[a-z]+"/g, '')
    let drawn = 0
    const timer = setInterval(() => {
      list.innerHTML = state
      if (++drawn === 20) { clearInterval(timer); done = true }
    }, 25)`,
  'come later, at the end of the list': `
    const list = document.querySelector('#rso')
    const more = [...list.children].slice(0, 8).map((one) => one.outerHTML.replaceAll(/ data-writ="[a-z]+"/g, ''))
    let page = 0
    const timer = setInterval(() => {
      list.insertAdjacentHTML('beforeend', more.join('').replaceAll('/page/', '/later-' + page + '/'))
      if (++page === 5) { clearInterval(timer); done = true }
    }, 100)`,
  'make room for those of the next search': `
    const list = document.querySelector('#rso')
    const next = list.innerHTML.replaceAll(/ data-writ="[a-z]+"/g, '').replaceAll('/page/', '/next/')
    list.replaceChildren()
    history.pushState(null, '', '/search?q=next')
    setTimeout(() => { list.innerHTML = next; done = true }, 200)`,
  'get their addresses after they are there': `
    const list = document.querySelector('#rso')
    list.style.visibility = 'hidden'
    const taken = []
    for (const link of list.querySelectorAll('a'))
      for (const name of ['href', 'ping'])
        if (link.hasAttribute(name)) {
          taken.push([link, name, link.getAttribute(name)])
          link.removeAttribute(name)
        }
    setTimeout(() => {
      for (const [link, name, value] of taken) link.setAttribute(name, value)
      list.style.visibility = ''
      done = true
    }, 100)`,
  'have a display of their own that is important': `
    const outer = [...document.querySelectorAll('#rso > div')]
    let times = 0
    const timer = setInterval(() => {
      for (const one of outer) one.style.setProperty('display', 'block', 'important')
      if (++times === 20) { clearInterval(timer); done = true }
    }, 25)
    for (const one of outer) one.setAttribute('style', 'display: block !important')`,
  'have a display of their own in every frame': `
    const outer = [...document.querySelectorAll('#rso > div')]
    let frames = 0
    const show = () => {
      for (const one of outer) one.style.setProperty('display', 'block', 'important')
      if (++frames < 60) requestAnimationFrame(show)
      else done = true
    }
    show()`,
  'lose their marks to an observer': `
    const undo = () => { for (const one of document.querySelectorAll('[data-writ]')) one.removeAttribute('data-writ') }
    new MutationObserver(undo).observe(document, { subtree: true, attributeFilter: ['data-writ'] })
    setTimeout(() => { done = true }, 500)
    undo()`,
  'lose their style to an observer': `
    const outer = [...document.querySelectorAll('#rso > div')]
    const show = () => { for (const one of outer) one.style.setProperty('display', 'block', 'important') }
    const observer = new MutationObserver(show)
    for (const one of outer) observer.observe(one, { attributeFilter: ['style', 'data-writ'] })
    setTimeout(() => { done = true }, 500)
    show()`,
  'are displayed by the page’s stylesheets, as important': `
    const sheets = ['@layer a { .MjjYud { display: block !important } }', '#rso .MjjYud { display: block !important }',
      '#rso * { all: unset !important }', '.MjjYud { transition: all 9s allow-discrete !important }',
      '@layer b { #rso > div { display: contents !important } }']
    const add = () => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: sheets.pop() }))
      if (sheets.length > 0) setTimeout(add, 100)
      else done = true
    }
    add()`,
  'stand in a form whose fields are named like the DOM’s own properties': `
    const list = document.querySelector('#rso')
    const form = document.createElement('form')
    const methods = 'querySelector querySelectorAll matches closest getAttribute contains'
    const properties = 'parentElement children isConnected nextElementSibling previousElementSibling localName classList'
    form.innerHTML = (methods + ' ' + properties).split(' ').map((name) => '<input type="hidden" name="' + name + '">').join('')
    Element.prototype.append.call(list.parentElement, form)
    Element.prototype.prepend.call(form, list)
    const pictures = 'documentElement querySelector querySelectorAll body readyState'
    const footer = document.querySelector('footer')
    footer.innerHTML += pictures.split(' ').map((name) => '<img name="' + name + '">').join('')
    restore = () => { for (const one of [...form.elements, ...footer.children]) one.removeAttribute('name') }
    done = true`,
  'are beside an attribute of two megabytes and ten thousand links': `
    const footer = document.querySelector('footer')
    const big = document.createElement('div')
    big.setAttribute('data-url', 'https://big.example/' + 'x'.repeat(2_000_000))
    let wrapped = 'https://www.google.fr/'
    for (let depth = 0; depth < 12; depth++) wrapped = '/url?q=' + encodeURIComponent('https://www.google.fr' + wrapped)
    const links = Array.from({ length: 10_000 }, (_, at) => '<a href="https://many-' + at + '.example/">' + at + '</a> ')
    footer.append(big)
    footer.insertAdjacentHTML('beforeend', links.join('') + '<a href="' + wrapped + '">round</a>')
    done = true`,
}

/** What a page may do to its own globals must not reach the extension's script. */
const redefinitions = `
  const fail = () => { throw new Error('redefined') }
  const originals = []
  const redefine = (owner, ...names) => {
    for (const name of names) {
      originals[originals.length] = [owner, name, owner[name]]
      owner[name] = fail
    }
  }
  redefine(RegExp.prototype, 'test')
  redefine(String.prototype, 'replaceAll', 'split', 'startsWith')
  redefine(JSON, 'parse')
  redefine(URL, 'canParse')
  redefine(Map.prototype, 'get', 'set', 'has')
  redefine(Element.prototype, 'closest', 'querySelectorAll', 'getAttribute', 'setAttribute', 'attachShadow', 'before')
  redefine(Array.prototype, 'map', 'filter', 'flatMap', 'some', 'find', 'push')
  redefine(window, 'MutationObserver', 'URL')
  restore = () => { for (const [owner, name, original] of originals) owner[name] = original }
  done = true`

const sites = ['films-one.example', 'constructor.io']
const original = ownResultPages().find(({ name }) => name === 'google.web.html')!

inBrowsers('in %s, covered results stay unseen when they', {}, ({ internet, writ }) => {
  beforeAll(async () => {
    const watched = withWatcher(original.body, [...sites, 'Title 0', 'Title 5'])
    const pages = Object.entries(scripts).map(([title, script]) => ({
      ...original,
      name: title,
      body: watched.replace('</body>', `<script>var done = false, restore;${script}</script></body>`),
    }))
    const redefined = watched.replace('</body>', `<script>var done = false, restore;${redefinitions}</script></body>`)
    serveResultPages(internet, [...pages, { ...original, name: 'redefined', body: redefined }])
    await importOrder(writ, {
      id: 'covering',
      targets: sites,
      measures: [{ kind: 'delist', addressees: ['Google'] }],
    })
  })

  it.each([...Object.keys(scripts), 'redefined'])('%s', async (title) => {
    const tab = await writ.browser.newPage()
    await tab.bringToFront()
    await tab.goto(addressOf({ ...original, name: title }), { waitUntil: 'load', timeout: 20_000 })
    for (let tries = 0; tries < 100 && !(await tab.evaluate(() => Reflect.get(globalThis, 'done'))); tries++)
      await wait(50)
    await tab.evaluate(() => Reflect.get(globalThis, 'restore')?.())
    await wait(500)
    const report = await tab.evaluate(() => (globalThis as unknown as { report(): Report }).report())
    await closeTab(tab)
    expect(report.flashes).toEqual([])
    // What a page fights for without a pause, it loses.
    if (!title.endsWith('to an observer')) expect(report.covered).toBeGreaterThan(5)
    expect(report.others).toBeGreaterThan(12)
  })
})
