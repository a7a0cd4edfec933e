// Texts of the interface, numbers, days and elements. Values of the dataset reach the page as text nodes and checked attributes only.
const read = id => JSON.parse(document.getElementById(id).textContent)

const interfaces = read('interface')
const settings = { language: 'en', theme: 'auto' }

const t = (key, values = {}) => (interfaces[settings.language][key] ?? interfaces.en[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')
const term = (list, value) => interfaces[settings.language][`${list}.${value}`] ?? value
// Making a formatter takes longer than all that it formats in one view.
const formatters = new Map()

function formatter(Kind, options) {
  const key = `${Kind.name} ${settings.language} ${JSON.stringify(options)}`
  if (!formatters.has(key)) formatters.set(key, new Kind(settings.language, options))
  return formatters.get(key)
}

const count = (key, n) => {
  const form = formatter(Intl.PluralRules).select(n)
  return t(`${key}.${interfaces[settings.language][`${key}.${form}`] ? form : 'other'}`, { n: number(n) })
}
const number = (n, options) => formatter(Intl.NumberFormat, options).format(n)
const percent = n => number(n, { style: 'percent' })

function money(amount, currency, options = { notation: 'compact', maximumFractionDigits: 2 }) {
  try {
    return number(amount, currency ? { ...options, style: 'currency', currency } : options)
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    return `${number(amount, options)} ${currency}`
  }
}

const quarter = day => Math.floor((Number(day.slice(5, 7)) + 2) / 3)

/** A day as long as it is known: 2015-03-12, 2015-03, 2015 Q1, 2015. */
const shortDay = (day, precision) =>
  precision === 'year' ? day.slice(0, 4) : precision === 'quarter' ? t('day.quarter', { year: day.slice(0, 4), n: quarter(day) }) : precision === 'month' ? day.slice(0, 7) : day

function longDay(day, precision) {
  if (precision === 'year' || precision === 'quarter') return shortDay(day, precision)
  const options = precision === 'month' ? { year: 'numeric', month: 'long' } : { year: 'numeric', month: 'long', day: 'numeric' }
  const date = new Date(day + 'T00:00:00Z')
  return Number.isNaN(date.getTime()) ? day : formatter(Intl.DateTimeFormat, { ...options, timeZone: 'UTC' }).format(date)
}

const fold = text => /^[ -~]*$/.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** An element with properties, attributes and children; a child that is no element becomes text. */
function make(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.')
  return dress(document.createElement(tag || 'div'), classes, properties, children)
}

function draw(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.')
  return dress(document.createElementNS('http://www.w3.org/2000/svg', tag), classes, properties, children)
}

function dress(element, classes, properties, children) {
  if (classes.length) element.setAttribute('class', classes.join(' '))
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(key, value)
    else if (key.startsWith('--')) element.style.setProperty(key, value)
    else element.setAttribute(key, value === true ? '' : value)
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined))
  return element
}

const byId = id => document.getElementById(id)

/** Writes the texts of the template in the chosen language. */
function translate() {
  document.documentElement.lang = settings.language
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t)
  for (const element of document.querySelectorAll('[data-t-label]')) element.setAttribute('aria-label', t(element.dataset.tLabel))
  for (const element of document.querySelectorAll('[data-t-placeholder]')) element.placeholder = t(element.dataset.tPlaceholder)
}
