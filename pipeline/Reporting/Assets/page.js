// The page as a whole: what is chosen is kept in its address, so that a view can be bookmarked.
const themes = ['auto', 'light', 'dark']

function remember() {
  const state = new URLSearchParams()
  for (const name of ['q', 'from', 'to']) if (chosen[name]) state.set(name, chosen[name])
  if (chosen.confidence > 0) state.set('confidence', chosen.confidence)
  for (const facet of facets) for (const value of chosen[facet.name]) state.append(facet.name, value)
  if (sorting.name !== 'date' || !sorting.descending) state.set('sort', `${sorting.descending ? '-' : ''}${sorting.name}`)
  if (settings.asked) state.set('lang', settings.language)
  if (settings.theme !== 'auto') state.set('theme', settings.theme)
  if (opened) state.set('move', opened.id)
  history.replaceState(null, '', `#${state}`)
}

/** Takes from the address what this page knows. */
function recall() {
  const state = new URLSearchParams(location.hash.slice(1))
  chosen = nothing()
  chosen.q = state.get('q') ?? ''
  for (const name of ['from', 'to']) if (/^\d{4}-\d{2}-\d{2}$/.test(state.get(name) ?? '')) chosen[name] = state.get(name)
  chosen.confidence = Math.min(1, Math.max(0, Number(state.get('confidence')) || 0))
  for (const facet of facets) for (const value of state.getAll(facet.name)) if (facet.terms.includes(value)) chosen[facet.name].add(value)
  const name = (state.get('sort') ?? '-date').replace('-', '')
  if (tableColumns.some(column => column.name === name)) sorting = { name, descending: (state.get('sort') ?? '-date').startsWith('-') }
  settings.asked = Object.hasOwn(interfaces, state.get('lang') ?? '') ? state.get('lang') : null
  settings.language = settings.asked ?? navigator.languages.map(code => code.slice(0, 2).toLowerCase()).find(code => Object.hasOwn(interfaces, code)) ?? 'en'
  settings.theme = themes.includes(state.get('theme')) ? state.get('theme') : 'auto'
  return moves.find(move => move.id === state.get('move'))
}

/** Chooses anew and shows it: facets, table at once, charts when nothing more is typed or clicked for a moment. */
function update(wait = 120) {
  const { result, counts } = choose()
  found = result
  showFacets(counts)
  showChoices()
  byId('tally').textContent = found.length === moves.length ? count('moves', found.length) : t('table.of', { n: number(found.length), all: count('moves', moves.length) })
  byId('viewport').scrollTop = 0
  show(0)
  remember()
  clearTimeout(charting)
  charting = setTimeout(drawCharts, wait)
}

let charting

function drawCharts() {
  drawTime()
  drawAmounts()
  drawNetwork()
}

/** Everything that is told in words: once, and again when the language changes. */
function tell() {
  document.documentElement.dataset.theme = settings.theme
  translate()
  document.title = t('title')
  byId('language').replaceChildren(...Object.keys(interfaces).map(code => make('option', { value: code, lang: code, selected: code === settings.language }, new Intl.DisplayNames(code, { type: 'language' }).of(code))))
  byId('theme').replaceChildren(...themes.map(theme => make('option', { value: theme, selected: theme === settings.theme }, t(`theme.${theme}`))))
  byId('scope').textContent = [count('moves', data.all), count('articles', data.counts.articles_in ?? 0), Object.keys(data.counts.articles_by_language ?? {}).filter(code => code !== '(none)').map(languageName).join(', ')].filter(Boolean).join(' · ')
  byId('notice').hidden = moves.length === data.all
  byId('notice').textContent = t('notice.most', { n: number(moves.length), all: number(data.all) })
  buildFacets()
  buildHead()
  sort()
  showHealth()
  update(0)
}

function listenToPage() {
  const take = (id, event, change) => byId(id).addEventListener(event, () => change(byId(id).value))
  take('q', 'input', value => { chosen.q = value; update() })
  take('from', 'change', value => { chosen.from = value; update() })
  take('to', 'change', value => { chosen.to = value; update() })
  take('confidence', 'input', value => { chosen.confidence = Number(value); update() })
  take('language', 'change', value => { settings.language = settings.asked = value; tell() })
  take('theme', 'change', value => { settings.theme = value; tell() })
  take('currency', 'change', drawAmounts)
  byId('print').addEventListener('click', () => print())
  byId('filters').addEventListener('submit', event => event.preventDefault())
  byId('filters').addEventListener('reset', event => { event.preventDefault(); chosen = nothing(); update() })
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || opened || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName)) return
    event.preventDefault()
    byId('q').focus()
  })
  // Paper has no window to scroll: it gets the rows, as many as one would turn pages for.
  addEventListener('beforeprint', () => { drawn = ''; drawRows(2000) })
  addEventListener('afterprint', () => { drawn = ''; drawRows() })
  addEventListener('hashchange', () => {
    const move = recall()
    tell()
    if (move) open(move)
  })
  let width = innerWidth
  addEventListener('resize', () => {
    if (innerWidth !== width) requestAnimationFrame(drawCharts)
    width = innerWidth
  })
}

const asked = recall()
if (innerWidth < 900) byId('facets').open = false
listen()
listenToMove()
listenToPage()
tell()
prepare()
// The sources stand after this script: a move is opened when they are there.
if (asked) document.addEventListener('DOMContentLoaded', () => open(asked))
