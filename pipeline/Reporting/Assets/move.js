// One move: what is told of it, its history, and every source with its text.
const quiet = ['company', 'partner', 'type', 'status', 'status_detail', 'sector', 'amount', 'currency', 'date', 'move_id', 'status_history', 'company_id', 'partner_id', 'languages', 'source_count', 'confidence', 'date_precision', 'background_only', 'first_published', 'last_published']

let opened = null

function amountOf(row) {
  if (row('amount') === null) return null
  const whole = money(Number(row('amount')), row('currency'), { maximumFractionDigits: 2 })
  const upper = row('amount_max') === null ? '' : ` – ${money(Number(row('amount_max')), row('currency'), { maximumFractionDigits: 2 })}`
  return row('amount_qualifier') && row('amount_qualifier') !== 'exact' && !upper ? `${term('amount_qualifier', row('amount_qualifier'))} ${whole}` : whole + upper
}

/** A value as people read it. */
function shown(name, value, row) {
  if (name === 'amount_max' || name === 'amount_alt') return money(Number(value), row(name === 'amount_alt' ? 'currency_alt' : 'currency'), { maximumFractionDigits: 2 })
  if (name === 'stake_percent') return number(Number(value) / 100, { style: 'percent', maximumFractionDigits: 2 })
  if (name === 'partners') return list(value).join(', ')
  if (name === 'company_country') return new Intl.DisplayNames(settings.language, { type: 'region', fallback: 'code' }).of(value)
  return term(name, value)
}

const fact = (name, value) => value === null || value === undefined || value === '' ? [] : [make('div', { 'data-field': name }, make('dt', {}, t(`column.${name}`)), make('dd', {}, value))]

function factsOf(move) {
  const rest = data.columns.filter(name => !quiet.includes(name) && move.of(name) !== null && move.of(name) !== '')
  return make('dl.facts', {},
    fact('sector', term('sector', move.sector)), fact('amount', amountOf(move.of)), fact('date', move.date ? longDay(move.date, move.precision) : null),
    rest.filter(name => !(name === 'partners' && move.partners.length < 2)).flatMap(name => fact(name, shown(name, move.of(name), move.of))),
    fact('confidence', percent(move.confidence)), fact('move_id', move.id))
}

const historyOf = move => {
  const steps = list(move.of('status_history'))
  return steps.length < 2 ? null : make('ol.history', { 'aria-label': t('column.status_history') }, steps.map(step => {
    const [status, day] = step.split(' ')
    return make('li', {}, make('span.status', { 'data-status': status }, term('status', status)), make('time', { datetime: day }, longDay(day, 'day')))
  }))
}

// Only addresses of the web become links: nothing of the input may run.
const linkOf = source => /^https?:\/\//i.test(source.article_url ?? '')
  ? make('a', { href: source.article_url, target: '_blank', rel: 'noopener noreferrer' }, t('move.original')) : null

function sourceOf(source, isFirst) {
  const of = name => source[name]
  const head = [source.article_outlet ?? source.article_path ?? source.article_id, source.article_published ? longDay(source.article_published, 'day') : null, languageName(source.article_language ?? 'und')].filter(Boolean).join(' · ')
  const text = textOf(source)
  const told = make('p.told', {}, make('span.status', { 'data-status': source.status }, term('status', source.status)), [
    term('asserter', source.asserter), amountOf(of), source.date ? longDay(source.date, source.date_precision) : null, `${t('column.confidence')} ${percent(Number(source.confidence))}`, source.background === 'true' ? t('mark.background') : null,
  ].filter(Boolean).map(part => make('span', {}, part)))
  const place = `${source.article_path ?? ''}${Number(source.article_line) > 0 ? ':' + source.article_line : ''}`
  return make('details.source', { open: isFirst },
    make('summary', {}, make('strong', {}, head), make('span.headline', {}, source.article_title ?? '')), told,
    text === null ? evidenceAlone(source) : articleText(text, source),
    make('p.hint', {}, linkOf(source), make('span', {}, `${t('move.rule')} `, make('code', {}, source.predicate ?? '')), make('span', {}, `${t('move.file')} `, make('code', {}, place))))
}

const issueOf = issue => make('li', { 'data-severity': issue.severity }, make('code', {}, issue.rule), ` ${issue.field ?? ''} ${issue.value ?? ''}: ${issue.message}`)

/** Opens the move over the page; arrows lead to its neighbours in the table. */
function open(move) {
  opened = move
  const { sources, issues } = detailsOf(move)
  const at = found.indexOf(move)
  const button = (key, to) => make('button', { type: 'button', 'aria-label': t(key), title: t(key), 'aria-keyshortcuts': key === 'move.next' ? 'ArrowRight' : 'ArrowLeft', disabled: !to, click: () => step(to) }, key === 'move.next' ? '→' : '←')
  const dialog = byId('move')
  dialog.replaceChildren(
    make('header', {}, make('p.kind', {}, make('span', {}, term('type', move.type)), make('span.status', { 'data-status': move.status }, term('status', move.status)), move.of('status_detail') ? make('span', {}, term('status_detail', move.of('status_detail'))) : null),
      make('nav', {}, button('move.previous', found[at - 1]), button('move.next', at >= 0 ? found[at + 1] : null), make('button', { type: 'button', 'aria-label': t('move.close'), title: t('move.close'), click: () => dialog.close() }, '×')),
      make('h2', { id: 'move-title', tabindex: -1 }, move.company, move.partners.length ? make('span.with', {}, ` ${t('move.with')} `) : null, move.partners.join(', '))),
    factsOf(move), historyOf(move) ?? '',
    make('h3', {}, count('sources', sources.length)), ...sources.map((source, i) => sourceOf(source, i === 0)),
    ...issues.length ? [make('h3', {}, t('move.issues')), make('ul.issues', {}, issues.map(issueOf))] : [])
  if (!dialog.open) dialog.showModal()
  dialog.scrollTop = 0
  byId('move-title').focus({ preventScroll: true })
  remember()
}

function step(move) {
  if (!move) return
  show(found.indexOf(move))
  open(move)
}

function listenToMove() {
  const dialog = byId('move')
  dialog.addEventListener('close', () => { opened = null; remember(); byId('grid').focus({ preventScroll: true }) })
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close() })
  dialog.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'ArrowRight') step(found[found.indexOf(opened) + 1])
    if (event.key === 'ArrowLeft') step(found[found.indexOf(opened) - 1])
  })
}
