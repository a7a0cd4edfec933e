// Charts of what was found. Each can be read as a table too.
const asTable = (heads, rows) => make('details.figures', {}, make('summary', {}, t('charts.table')),
  make('table', {}, make('thead', {}, make('tr', {}, heads.map(head => make('th', { scope: 'col' }, head)))),
    make('tbody', {}, rows.map(([head, ...cells]) => make('tr', {}, make('th', { scope: 'row' }, head), cells.map(cell => make('td', {}, cell)))))))

const fill = (id, ...children) => byId(id).replaceChildren(byId(id).querySelector('figcaption'), ...children.filter(Boolean))

/** The periods that divide the days from first to last into a readable number of bars: months, quarters or years. */
function periodsOf(first, last) {
  const [start, end] = [first, last].map(day => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1)
  const size = [1, 3, 12].find(months => (end - start) / months < 36) ?? 12
  const dayOf = month => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String(month % 12 + 1).padStart(2, '0')}-01`
  const before = day => new Date(Date.parse(day + 'T00:00:00Z') - 86400000).toISOString().slice(0, 10)
  const periods = []
  for (let month = start - start % size; month <= end && periods.length < 400; month += size)
    periods.push({ from: dayOf(month), to: before(dayOf(month + size)), name: shortDay(dayOf(month), size === 1 ? 'month' : size === 3 ? 'quarter' : 'year'), counts: new Map(), total: 0 })
  return { periods, indexOf: day => Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - (start - start % size)) / size) }
}

function drawTime() {
  const dated = found.filter(move => move.date)
  if (!dated.length) return fill('time', make('p.hint', {}, t('charts.empty')))
  let first = dated[0].date, last = dated[0].date
  for (const { date } of dated) {
    if (date < first) first = date
    if (date > last) last = date
  }
  const { periods, indexOf } = periodsOf(first, last)
  for (const move of dated) {
    const period = periods[indexOf(move.date)]
    if (!period) continue
    period.total++
    period.counts.set(move.status, (period.counts.get(move.status) ?? 0) + 1)
  }
  const width = Math.max(240, byId('time').clientWidth - 32), height = 230, left = 34, foot = 22
  const most = Math.max(...periods.map(period => period.total))
  const step = Math.min(48, (width - left) / periods.length)
  const y = n => (height - foot) * (1 - n / most) + 4
  const svg = draw('svg.bars', { viewBox: `0 0 ${width} ${height + 8}`, width, height: height + 8, role: 'img', 'aria-label': t('charts.time') })
  for (const n of [...new Set([most, Math.round(most / 2)])].filter(n => n > 0))
    svg.append(draw('line.rule', { x1: left, x2: width, y1: y(n), y2: y(n) }), draw('text.axis', { x: left - 6, y: y(n) + 4, 'text-anchor': 'end' }, number(n)))
  periods.forEach((period, i) => {
    const bar = draw('g.bar', { click: () => { [chosen.from, chosen.to] = [period.from, period.to]; update() } }, draw('rect.hit', { x: left + i * step, y: 0, width: step, height }))
    let below = 0
    for (const status of data.terms.status) {
      const n = period.counts.get(status) ?? 0
      if (n) bar.append(draw('rect', { 'data-status': status, x: left + i * step + Math.min(2, step * 0.12), width: Math.max(1, step - Math.min(4, step * 0.24)), y: y(below + n), height: y(below) - y(below + n) }))
      below += n
    }
    bar.append(draw('title', {}, `${period.name}: ${count('moves', period.total)}`))
    svg.append(bar)
    if (i % Math.ceil(58 / step) === 0) svg.append(draw('text.axis', { x: left + i * step, y: height + 4 }, period.name))
  })
  const used = data.terms.status.filter(status => dated.some(move => move.status === status))
  fill('time', make('p.legend', {}, used.map(status => make('span.status', { 'data-status': status }, term('status', status)))), svg,
    asTable([t('column.date'), ...used.map(status => term('status', status))], periods.filter(period => period.total).map(period => [period.name, ...used.map(status => number(period.counts.get(status) ?? 0))])))
}

/** Sums by sector, of one currency at a time: nothing is converted. Rejected moves moved no money. */
function drawAmounts() {
  const paid = found.filter(move => move.amount !== null && move.currency && move.status !== 'rejected')
  const currencies = [...Map.groupBy(paid, move => move.currency)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([code]) => code)
  const select = byId('currency')
  const currency = currencies.includes(select.value) ? select.value : currencies[0]
  select.replaceChildren(...currencies.map(code => make('option', { value: code, selected: code === currency }, code)))
  select.hidden = !currencies.length
  if (!currency) return fill('amounts', make('p.hint', {}, t('charts.empty')))
  const sums = [...Map.groupBy(paid.filter(move => move.currency === currency), move => move.sector)]
    .map(([sector, told]) => ({ sector, n: told.length, sum: told.reduce((sum, move) => sum + move.amount, 0) })).sort((a, b) => b.sum - a.sum)
  const most = sums[0].sum
  const bars = sums.slice(0, 9).map(({ sector, n, sum }) => make('li', {}, make('button.bar', { type: 'button', '--share': sum / most, 'aria-pressed': String(chosen.sector.has(sector)), click: () => toggle('sector', sector) },
    make('span.name', {}, term('sector', sector)), make('span.value', {}, money(sum, currency, { notation: 'compact', maximumFractionDigits: 1 })), make('span.count', {}, count('moves', n)))))
  fill('amounts', make('ol.bars', {}, bars), make('p.hint', {}, t('charts.amounts.hint')),
    asTable([t('column.sector'), t('column.amount'), t('moves')], sums.map(({ sector, n, sum }) => [term('sector', sector), money(sum, currency, {}), number(n)])))
}
