// What came in and what became of it: the counts of report.json.
const groups = ['articles_by_outcome', 'articles_by_reason', 'articles_by_language', 'articles_by_outlet', 'issues_by_rule', 'changes_by_kind']
const mostLines = 8

function healthGroup(name) {
  const counts = Object.entries(data.counts[name] ?? {}).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const total = counts.reduce((sum, [, n]) => sum + n, 0)
  const label = value => value === '(none)' ? t('health.none') : name === 'articles_by_language' ? languageName(value) : name === 'articles_by_outcome' ? term('outcome', value) : name === 'changes_by_kind' ? term('change', value) : value
  const line = ([value, n]) => make('tr', { '--share': n / total }, make('th', { scope: 'row' }, label(value)), make('td', {}, number(n)), make('td', {}, percent(n / total)))
  return make('section.group', {}, make('h3', {}, t(`health.${name}`)), counts.length === 0 ? make('p.hint', {}, t('health.nothing')) : make('table', {}, make('tbody', {}, counts.slice(0, mostLines).map(line))),
    counts.length > mostLines ? make('p.hint', {}, t('health.more', { n: number(counts.length - mostLines) })) : null)
}

function showHealth() {
  const figures = [
    ['health.articles_in', data.counts.articles_in], ['health.moves', data.counts.rows_out?.moves], ['health.sources', data.counts.rows_out?.sources], ['health.issues', data.counts.rows_out?.issues],
  ].filter(([, n]) => n !== undefined)
  byId('health').replaceChildren(
    make('dl.figures', {}, figures.map(([key, n]) => make('div', {}, make('dd', {}, number(n)), make('dt', {}, t(key))))),
    make('div.groups', {}, groups.map(healthGroup)),
    make('p.hint', {}, t('health.schema', { version: data.counts.schema_version ?? '' }), ' ', t('health.texts', { n: number(data.texts), all: number(data.articles) })))
}
