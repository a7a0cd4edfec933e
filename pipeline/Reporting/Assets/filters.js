// What is chosen, which moves it leaves, and how many each further choice would leave.
const facets = [
  { name: 'type', of: move => [move.type], terms: data.terms.type },
  { name: 'sector', of: move => [move.sector], terms: data.terms.sector },
  { name: 'status', of: move => [move.status], terms: data.terms.status },
  { name: 'language', of: move => move.languages, terms: [...new Set(moves.flatMap(move => move.languages))].sort() },
  { name: 'mark', of: move => move.marks, terms: ['news', 'background', 'corroborated', 'single', 'issues'] },
]

const nothing = () => ({ q: '', from: '', to: '', confidence: 0, ...Object.fromEntries(facets.map(facet => [facet.name, new Set()])) })
let chosen = nothing()
let ordered = moves
let found = moves

const wordsOf = move => move.words ??= [move.name, ...move.others, fold([move.of('seller'), move.product, move.id, move.type, move.sector, move.of('company_country')].filter(Boolean).join(' \n '))].join(' \n ')

// Terms by number: a filter walks all moves at each key that is pressed.
for (const facet of facets) facet.codes = moves.map(move => facet.of(move).map(value => facet.terms.indexOf(value)).filter(code => code >= 0))

/** The moves that fit, in the order of the table, and, for each term of each facet, how many would fit if it were chosen there. */
function choose() {
  const words = fold(chosen.q).split(/\s+/).filter(Boolean)
  const counts = facets.map(facet => new Uint32Array(facet.terms.length))
  const wanted = facets.map(facet => chosen[facet.name].size ? facet.terms.map(term => chosen[facet.name].has(term)) : null)
  const result = []
  for (const move of ordered) {
    if (!isWithin(move, words)) continue
    let missed = -1, misses = 0
    for (let f = 0; f < facets.length && misses < 2; f++)
      if (wanted[f] && !facets[f].codes[move.index].some(code => wanted[f][code])) { missed = f; misses++ }
    if (misses === 0) result.push(move)
    if (misses < 2) for (let f = 0; f < facets.length; f++) if (misses === 0 || missed === f) for (const code of facets[f].codes[move.index]) counts[f][code]++
  }
  return { result, counts }
}

const isWithin = (move, words) => move.confidence >= chosen.confidence
  && (!chosen.from || move.date && move.date >= chosen.from) && (!chosen.to || move.date && move.date <= chosen.to)
  && words.every(word => wordsOf(move).includes(word))

/** Prepares the search while nobody waits. */
function prepare(from = 0) {
  for (const move of moves.slice(from, from + 500)) wordsOf(move)
  if (from + 500 < moves.length) setTimeout(prepare, 0, from + 500)
}

/** The lists of the facets, once for each language of the page. */
function buildFacets() {
  byId('facets').querySelectorAll('fieldset.facet').forEach(element => element.remove())
  for (const facet of facets) {
    if (facet.terms.length < 2) continue
    facet.boxes = new Map(facet.terms.map(value => {
      const box = make('input', { type: 'checkbox', value, change: () => { toggle(facet.name, value) } })
      const tally = make('span.count')
      const label = make('label.choice', {}, box, make('span.name', {}, facet.name === 'language' ? languageName(value) : term(facet.name, value)), tally)
      return [value, { box, label, tally }]
    }))
    byId('facets').append(make('fieldset.facet', {}, make('legend', {}, t(`filters.${facet.name}`)), [...facet.boxes.values()].map(entry => entry.label)))
  }
}

function showFacets(counts) {
  facets.forEach((facet, i) => {
    const most = Math.max(1, ...counts[i])
    for (const [value, { box, label, tally }] of facet.boxes ?? []) {
      const n = counts[i][facet.terms.indexOf(value)]
      box.checked = chosen[facet.name].has(value)
      tally.textContent = number(n)
      label.classList.toggle('empty', n === 0 && !box.checked)
      label.style.setProperty('--share', n / most)
    }
  })
  byId('q').value = chosen.q
  byId('from').value = chosen.from
  byId('to').value = chosen.to
  byId('confidence').value = chosen.confidence
  byId('least').textContent = percent(chosen.confidence)
}

function toggle(facet, value) {
  if (!chosen[facet].delete(value)) chosen[facet].add(value)
  update()
}

const languageName = code => {
  try {
    return new Intl.DisplayNames(settings.language, { type: 'language' }).of(code)
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    return code
  }
}

/** What is chosen, as buttons that take it back. */
function showChoices() {
  const chips = []
  const chip = (text, undo) => chips.push(make('button.chip', { type: 'button', 'aria-label': t('filters.remove', { name: text }), click: () => { undo(); update() } }, text))
  for (const facet of facets) for (const value of chosen[facet.name]) chip(facet.name === 'language' ? languageName(value) : term(facet.name, value), () => chosen[facet.name].delete(value))
  if (chosen.q) chip(`“${chosen.q}”`, () => { chosen.q = '' })
  if (chosen.from || chosen.to) chip(`${chosen.from || '…'} – ${chosen.to || '…'}`, () => { chosen.from = chosen.to = '' })
  if (chosen.confidence > 0) chip(`≥ ${percent(chosen.confidence)}`, () => { chosen.confidence = 0 })
  byId('choices').replaceChildren(...chips)
}
