// The table holds the rows in view and a few around them, however many there are; the rest is empty space above and below.
const rowHeight = 38
const margin = 8

const tableColumns = [
  { name: 'date', key: move => move.date ?? '', show: move => move.date ? shortDay(move.date, move.precision) : '', class: 'figures' },
  { name: 'company', key: move => fold(move.company), show: move => move.company, class: 'company', hint: move => move.company },
  { name: 'partner', key: move => fold(move.partners[0] ?? '\uffff'), show: move => move.partners.length > 1 ? `${move.partners[0]} +${move.partners.length - 1}` : move.partners[0] ?? '', hint: move => move.partners.join(', ') || null },
  { name: 'type', key: move => data.terms.type.indexOf(move.type), show: move => term('type', move.type) },
  { name: 'status', key: move => data.terms.status.indexOf(move.status), show: move => make('span.status', { 'data-status': move.status }, term('status', move.status)) },
  { name: 'sector', key: move => term('sector', move.sector), show: move => term('sector', move.sector), hint: move => term('sector', move.sector) },
  { name: 'amount', key: move => move.amount ?? -1, show: move => move.amount === null ? '' : money(move.amount, move.currency), class: 'figures end' },
  { name: 'product', key: move => fold(move.product ?? '\uffff'), show: move => move.product ?? '', class: 'product', hint: move => move.product },
  { name: 'source_count', key: move => move.sources, show: move => number(move.sources), class: 'figures end' },
  { name: 'confidence', key: move => move.confidence, show: move => make('span.confidence', { '--share': move.confidence }, percent(move.confidence)), class: 'figures' },
]

let sorting = { name: 'date', descending: true }
let active = 0
let drawn = ''

function buildHead() {
  byId('grid').tHead.replaceChildren(make('tr', { 'aria-rowindex': 1 }, tableColumns.map((column, i) => make('th', {
    scope: 'col', 'data-column': column.name, 'aria-colindex': i + 1, 'aria-sort': sorting.name === column.name ? (sorting.descending ? 'descending' : 'ascending') : null,
  }, make('button', { type: 'button', click: () => sortBy(column.name) }, t(`column.${column.name}`))))))
}

function sortBy(name) {
  const downFirst = ['date', 'amount', 'source_count', 'confidence'].includes(name)
  sorting = { name, descending: sorting.name === name ? !sorting.descending : downFirst }
  sort()
  found = choose().result
  const focused = document.activeElement?.closest('th')?.cellIndex
  buildHead()
  if (focused !== undefined) byId('grid').tHead.rows[0].cells[focused].firstChild.focus()
  byId('viewport').scrollTop = 0
  show(0)
}

/** Sorts all moves, so that a filter need not; those that have no value come last, whichever way. */
function sort() {
  const { key } = tableColumns.find(column => column.name === sorting.name)
  const missing = value => value === '' || value === -1 || value === '\uffff'
  const sign = sorting.descending ? -1 : 1
  const compare = (a, b) => a < b ? -sign : a > b ? sign : 0
  ordered = moves.map(move => ({ move, key: key(move) })).sort((a, b) => missing(a.key) - missing(b.key) || compare(a.key, b.key) || a.move.index - b.move.index).map(entry => entry.move)
}

function rowFor(move, i) {
  return make('tr', { id: `row-${i}`, 'aria-rowindex': i + 2, 'aria-selected': i === active ? 'true' : 'false', 'data-index': i },
    tableColumns.map((column, c) => make(`td${column.class ? '.' + column.class.replaceAll(' ', '.') : ''}`, { 'aria-colindex': c + 1, title: column.hint?.(move) }, column.show(move))))
}

const space = rows => rows > 0 ? [make('tr.space', { 'aria-hidden': 'true' }, make('td', { colspan: tableColumns.length, '--height': `${rows * rowHeight}px` }))] : []

/** Draws the rows in view, or, on paper, the first so many. */
function drawRows(most) {
  const viewport = byId('viewport')
  const first = most ? 0 : Math.max(0, Math.min(found.length - 1, Math.floor(viewport.scrollTop / rowHeight)) - margin)
  const last = Math.min(found.length, most ?? first + Math.ceil(viewport.clientHeight / rowHeight) + 2 * margin)
  const state = `${first} ${last} ${active}`
  if (state === drawn) return
  drawn = state
  byId('grid').tBodies[0].replaceChildren(...space(first), ...found.slice(first, last).map((move, i) => rowFor(move, first + i)), ...space(most ? 0 : found.length - last))
  if (active >= first && active < last) byId('grid').setAttribute('aria-activedescendant', `row-${active}`)
  else byId('grid').removeAttribute('aria-activedescendant')
}

/** Shows what was found, this row in view and active. */
function show(row) {
  active = Math.max(0, Math.min(found.length - 1, row))
  drawn = ''
  byId('grid').setAttribute('aria-rowcount', found.length + 1)
  byId('none').hidden = found.length > 0
  const viewport = byId('viewport')
  const [top, bottom] = [active * rowHeight, (active + 2) * rowHeight + 2]
  if (top < viewport.scrollTop) viewport.scrollTop = top
  else if (bottom > viewport.scrollTop + viewport.clientHeight) viewport.scrollTop = bottom - viewport.clientHeight
  drawRows()
}

function listen() {
  const page = () => Math.max(1, Math.floor(byId('viewport').clientHeight / rowHeight) - 2)
  const steps = { ArrowDown: () => active + 1, ArrowUp: () => active - 1, PageDown: () => active + page(), PageUp: () => active - page(), Home: () => 0, End: () => found.length - 1 }
  byId('viewport').addEventListener('scroll', () => requestAnimationFrame(() => drawRows()), { passive: true })
  byId('grid').addEventListener('keydown', event => {
    if (event.target !== byId('grid') || event.ctrlKey || event.metaKey || event.altKey) return
    if (steps[event.key]) show(steps[event.key]())
    else if ((event.key === 'Enter' || event.key === ' ') && found[active]) open(found[active])
    else return
    event.preventDefault()
  })
  byId('grid').tBodies[0].addEventListener('click', event => {
    const row = event.target.closest('tr[data-index]')
    if (!row || String(getSelection())) return
    show(Number(row.dataset.index))
    open(found[active])
  })
  addEventListener('resize', () => drawRows())
}
