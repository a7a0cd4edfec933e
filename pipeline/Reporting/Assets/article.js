// An article's text with the evidence and every filled field marked where it stands. Offsets count code points, as in the dataset.
function spansOf(source) {
  const spans = [{ name: 'evidence', start: Number(source.evidence_start), end: Number(source.evidence_end) }]
  for (const span of list(source.spans)) {
    const [, name, start, end] = /^(\w+)=(\d+):(\d+)$/.exec(span) ?? []
    if (name) spans.push({ name, start: Number(start), end: Number(end) })
  }
  return spans
}

const fieldOf = name => name.replace(/\d+$/, '')

/** The pieces of a stretch of text between the ends of spans, each marked with the spans that cover it; the shortest gives the colour. */
function marked(points, from, to, spans) {
  const inside = spans.filter(span => span.start < to && span.end > from)
  const cuts = [...new Set([from, to, ...inside.flatMap(span => [span.start, span.end])])].filter(cut => cut >= from && cut <= to).sort((a, b) => a - b)
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i], text = points.slice(start, end).join('')
    const over = inside.filter(span => span.start <= start && span.end >= end).sort((a, b) => (a.end - a.start) - (b.end - b.start))
    const fields = over.filter(span => span.name !== 'evidence')
    let piece = text
    if (fields.length) {
      const closing = fields.filter(span => span.end === end).map(span => term('column', fieldOf(span.name)))
      piece = make('mark.field', { 'data-field': fieldOf(fields[0].name), 'data-label': closing.length ? closing.join(' · ') : null }, text)
    }
    return over.some(span => span.name === 'evidence') ? make('mark.evidence', {}, piece) : piece
  })
}

/** The text in paragraphs; of those that hold no mark, several in a row are folded. */
function articleText(text, source) {
  const points = Array.from(text), spans = spansOf(source)
  const paragraphs = []
  for (let start = 0, i = 0; i <= points.length; i++) {
    if (i < points.length && points[i] !== '\n' && points[i] !== '\r') continue
    if (i > start) {
      const touched = spans.some(span => span.start < i && span.end > start)
      const title = paragraphs.length === 0 && source.article_title && points.slice(start, i).join('') === source.article_title
      paragraphs.push({ isQuiet: !touched && !title, element: make(`p${title ? '.title' : ''}`, {}, marked(points, start, i, spans)) })
    }
    start = i + 1
  }
  return make('div.text', { lang: source.article_language }, folded(paragraphs))
}

function folded(paragraphs) {
  const parts = []
  for (let i = 0; i < paragraphs.length;) {
    let end = i
    while (end < paragraphs.length && paragraphs[end].isQuiet) end++
    const run = paragraphs.slice(i, end).map(paragraph => paragraph.element)
    if (run.length > 1) parts.push(make('details.quiet', {}, make('summary', { lang: settings.language }, count('paragraphs', run.length)), run))
    else parts.push(...run)
    if (end < paragraphs.length) parts.push(paragraphs[end].element)
    i = end + 1
  }
  return parts
}

/** Where the text is missing the evidence alone is shown, with the fields that lie in it. */
function evidenceAlone(source) {
  const start = Number(source.evidence_start), points = Array.from(source.evidence ?? '')
  const spans = spansOf(source).map(span => ({ ...span, start: span.start - start, end: span.end - start })).filter(span => span.start >= 0 && span.end <= points.length)
  return [make('p.notice', {}, t('move.missing')), make('div.text', { lang: source.article_language }, make('blockquote', {}, marked(points, 0, points.length, spans)))]
}
