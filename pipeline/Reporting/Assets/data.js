// The moves of the page, and, when one is opened, its sources and texts.
const data = read('moves')
const columnAt = Object.fromEntries(data.columns.map((name, i) => [name, i]))
const list = cell => cell ? cell.split('|') : []

const moves = data.rows.map((cells, index) => {
  const of = name => cells[columnAt[name]]
  const sources = Number(of('source_count'))
  return {
    index, of, id: of('move_id'), company: of('company'), partners: list(of('partners')), type: of('type'), sector: of('sector'), status: of('status'),
    languages: list(of('languages')), date: of('date'), precision: of('date_precision'), amount: of('amount') === null ? null : Number(of('amount')), currency: of('currency'),
    product: of('product'), sources, confidence: Number(of('confidence')),
    marks: [of('background_only') === 'true' ? 'background' : 'news', sources > 1 ? 'corroborated' : 'single', ...(data.issues[index] > 0 ? ['issues'] : [])],
    name: fold(of('company')), others: list(of('partners')).map(fold), words: null,
  }
})

const blocks = new Map()

function block(id) {
  if (!blocks.has(id)) blocks.set(id, read(id))
  return blocks.get(id)
}

const rowOf = (columns, cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i]]))

/** The sources and issues of a move, each with its columns by name. */
function detailsOf(move) {
  const [sources, issues] = block(`sources-${Math.floor(move.index / data.movesPerBlock)}`)[move.index % data.movesPerBlock]
  return { sources: sources.map(cells => rowOf(data.sourceColumns, cells)), issues: issues.map(cells => rowOf(data.issueColumns, cells)) }
}

const textOf = source => source.text === null ? null : block(`texts-${Math.floor(source.text / data.textsPerBlock)}`)[source.text % data.textsPerBlock]
