// Who moves with whom: companies on a circle, those of one group side by side, so that every name can be read.
const mostCompanies = 32

function linksOf(found) {
  const links = new Map(), names = new Map(), degrees = new Map()
  for (const move of found) {
    if (!move.partners.length) continue
    const company = move.name
    for (let i = 0; i < move.others.length; i++) {
      const partner = move.others[i]
      if (company === partner) continue
      const [a, b] = company < partner ? [company, partner] : [partner, company]
      names.set(company, move.company)
      if (!names.has(partner)) names.set(partner, move.partners[i])
      const key = `${a}\n${b}`
      if (!links.has(key)) links.set(key, { a, b, moves: [] })
      links.get(key).moves.push(move)
      for (const name of [a, b]) degrees.set(name, (degrees.get(name) ?? 0) + 1)
    }
  }
  return { links: [...links.values()], names, degrees }
}

/** The best linked companies, ranked once, each group walked from its hub, so that partners stand near each other. */
function circleOf({ links, degrees }) {
  const near = new Map([...degrees.keys()].map(name => [name, new Map()]))
  for (const { a, b, moves } of links) {
    near.get(a).set(b, moves.length)
    near.get(b).set(a, moves.length)
  }
  const ranked = [...degrees].map(([name, degree]) => ({ name, degree, reach: near.get(name).size })).sort((a, b) => b.reach - a.reach || b.degree - a.degree || (a.name < b.name ? -1 : 1))
  const rank = new Map(ranked.map(({ name }, i) => [name, i]))
  const order = new Set()
  const walk = name => {
    if (order.has(name) || order.size >= mostCompanies) return
    order.add(name)
    for (const next of [...near.get(name).keys()].sort((a, b) => rank.get(a) - rank.get(b))) walk(next)
  }
  for (const { name } of ranked) {
    if (order.size >= mostCompanies) break
    walk(name)
  }
  return [...order]
}

function drawNetwork() {
  const graph = linksOf(found)
  const circle = circleOf(graph)
  if (!circle.length) return fill('network', make('p.hint', {}, t('charts.empty')))
  const size = 400, radius = 98, middle = size / 2
  const place = new Map(circle.map((name, i) => [name, (i + 0.5) / circle.length * 2 * Math.PI - Math.PI / 2]))
  const point = (angle, r) => [middle + r * Math.cos(angle), middle + r * Math.sin(angle)].map(n => n.toFixed(1))
  const shown = graph.links.filter(({ a, b }) => place.has(a) && place.has(b))
  const svg = draw('svg.network', { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': t('charts.network') })
  const lines = shown.map(({ a, b, moves }) => draw('path', {
    d: `M${point(place.get(a), radius)} Q${middle},${middle} ${point(place.get(b), radius)}`, 'data-status': moves.at(-1).status, 'stroke-width': Math.min(6, 1 + moves.length), 'data-ends': `${circle.indexOf(a)} ${circle.indexOf(b)}`,
  }, draw('title', {}, `${graph.names.get(a)} – ${graph.names.get(b)}: ${moves.map(move => term('type', move.type)).join(', ')}`)))
  const nodes = circle.map((name, i) => {
    const angle = place.get(name), left = Math.cos(angle) < 0
    const [x, y] = point(angle, radius + 8)
    const label = graph.names.get(name)
    return draw('g.node', { click: () => { chosen.q = label; update() }, pointerenter: () => light(i), pointerleave: () => light(null) },
      draw('circle', { cx: point(angle, radius)[0], cy: point(angle, radius)[1], r: Math.min(7, 2.5 + graph.degrees.get(name) / 2) }),
      draw('text', { x, y, 'text-anchor': left ? 'end' : 'start', 'dominant-baseline': 'central', transform: `rotate(${((angle * 180 / Math.PI) + (left ? 180 : 0)).toFixed(1)} ${x} ${y})` }, label.length > 18 ? label.slice(0, 17) + '…' : label),
      draw('title', {}, `${label}: ${count('moves', graph.degrees.get(name))}`))
  })
  svg.append(draw('g.links', {}, lines), draw('g', {}, nodes))
  fill('network', svg, graph.degrees.size > circle.length ? make('p.hint', {}, t('charts.network.most', { n: number(circle.length), all: number(graph.degrees.size) })) : null,
    asTable([t('column.company'), t('column.partner'), t('moves')], [...shown].sort((a, b) => b.moves.length - a.moves.length).map(({ a, b, moves }) => [graph.names.get(a), graph.names.get(b), number(moves.length)])))

  function light(i) {
    svg.classList.toggle('lit', i !== null)
    const ends = new Set([i])
    for (const line of lines) {
      const [a, b] = line.dataset.ends.split(' ').map(Number)
      line.classList.toggle('on', a === i || b === i)
      if (a === i) ends.add(b)
      if (b === i) ends.add(a)
    }
    nodes.forEach((node, n) => node.classList.toggle('on', ends.has(n)))
  }
}
