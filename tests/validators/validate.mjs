// Asks independent validators about the dataset.
//   node validate.mjs rows SCHEMAS < rows.json     [{table, cells: [...], object: {...}}] -> [{tableschema: [...], ajv: [...]}], the faults each finds
//   node validate.mjs package FOLDER               the published folder, keys and references included -> [...], the faults found
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import tableschema from 'tableschema'
import datapackage from 'datapackage'

const read = path => JSON.parse(readFileSync(path, 'utf8'))
const told = error => error.errors?.length > 0 ? error.errors.map(e => e.message) : [error.message]

async function rows(schemas) {
  const ajv = addFormats(new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false }))
  const known = new Map()
  const of = async table => {
    if (!known.has(table)) {
      const schema = await tableschema.Schema.load(read(join(schemas, table + '.json')), { strict: true })
      const whole = ['moves', 'sources'].includes(table) ? ajv.compile(read(join(schemas, table + '.row.schema.json'))) : null
      known.set(table, { schema, whole })
    }
    return known.get(table)
  }
  const answers = []
  for (const { table, cells, object } of JSON.parse(readFileSync(0, 'utf8'))) {
    const { schema, whole } = await of(table)
    let faults = []
    try { schema.castRow(cells, { failFast: false }) } catch (error) { faults = told(error) }
    answers.push({ tableschema: faults, ajv: whole === null || whole(object) ? [] : whole.errors.map(e => `${e.instancePath} ${e.message}`) })
  }
  return answers
}

async function whole(folder) {
  const pack = await datapackage.Package.load(read(join(folder, 'datapackage.json')), { basePath: folder, strict: false })
  const faults = pack.errors.map(e => e.message)
  for (const resource of pack.resources) {
    try { await resource.read({ relations: true, extended: false }) } catch (error) { faults.push(...told(error).map(m => `${resource.name}: ${m}`)) }
  }
  return faults
}

const [mode, path] = process.argv.slice(2)
process.stdout.write(JSON.stringify(mode === 'rows' ? await rows(path) : await whole(path)))
