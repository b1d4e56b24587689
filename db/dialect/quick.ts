import type Sqlite from 'better-sqlite3'
import { Column, is, Param, Placeholder, SQL } from 'drizzle-orm'

type Values = Record<string, unknown>

/** What a prepared statement of the query builder holds where it reads a file, in this process or another. */
type FilePrepared = {
  /** In this one. */
  stmt?: Sqlite.Statement
  fields?: { path: string[]; field: unknown }[]
  joinsNotNullableMap?: Record<string, boolean>
  query: { params: unknown[] }
  /** In another one: the rows as arrays. */
  values?(values: Values): Promise<unknown[][]>
}

type Decoder = { mapFromDriverValue(value: unknown): unknown }

/**
 * The same prepared statement, run without the builder's detours: what each column needs is found out once instead of
 * for every value of every row. On a server, and where rows hold tables as objects that
 * a join may leave empty, the statement is given back as it is.
 */
export function quick<R>(prepared: { execute(values?: Values): Promise<R> }): { execute(values: Values): Promise<R> } {
  const known = prepared as unknown as FilePrepared
  const { stmt, fields, query, joinsNotNullableMap } = known
  if (!fields || !(stmt || known.values)) return prepared
  // Only where a join may find nothing does the builder turn an object of nulls into null.
  if (Object.values(joinsNotNullableMap ?? {}).includes(false) && fields.some(({ path }) => path.length > 1)) {
    return prepared
  }
  const read = rowReader(fields)
  if (!stmt) return { execute: async (values) => (await known.values!(values)).map(read) as R }
  const binders = query.params.map(toBinder)
  return {
    async execute(values) {
      // The statement may be shared, so how it gives its rows is said each time.
      const rows = stmt.raw().all(...binders.map((bind) => bind(values))) as unknown[][]
      return rows.map(read) as R
    },
  }
}

function toBinder(parameter: unknown): (values: Values) => unknown {
  if (is(parameter, Placeholder)) return (values) => values[parameter.name]
  if (is(parameter, Param) && is(parameter.value, Placeholder)) {
    const { encoder, value } = parameter
    return (values) => encoder.mapToDriverValue(values[value.name])
  }
  return () => parameter
}

type Place = { column: number; name: string; decode: Decoder | undefined }
type Shape = { places: Place[]; below: [name: string, shape: Shape][] }

/** Makes the object of a row; properties come in the order of the selection, whole sub-objects behind plain values. */
function rowReader(fields: NonNullable<FilePrepared['fields']>): (row: unknown[]) => Values {
  const shape: Shape = { places: [], below: [] }
  for (const [column, { path, field }] of fields.entries()) {
    let at = shape
    for (const name of path.slice(0, -1)) {
      let next = at.below.find(([known]) => known === name)?.[1]
      if (!next) {
        next = { places: [], below: [] }
        at.below.push([name, next])
      }
      at = next
    }
    at.places.push({ column, name: path.at(-1)!, decode: decoderOf(field) })
  }
  return (row) => readShape(shape, row)
}

function readShape({ places, below }: Shape, row: unknown[]): Values {
  const object: Values = {}
  for (const { column, name, decode } of places) {
    const value = row[column]
    object[name] = decode === undefined || value === null ? value : decode.mapFromDriverValue(value)
  }
  for (const [name, shape] of below) object[name] = readShape(shape, row)
  return object
}

/** Undefined where the driver's value is the value. */
function decoderOf(field: unknown): Decoder | undefined {
  if (is(field, Column)) return field.mapFromDriverValue === Column.prototype.mapFromDriverValue ? undefined : field
  const { decoder } = (is(field, SQL) ? field : (field as { sql: SQL }).sql) as unknown as { decoder: Decoder }
  // What an expression without a decoder of its own has gives values back as they are.
  return decoder === plain ? undefined : decoder
}

const { decoder: plain } = new SQL([]) as unknown as { decoder: Decoder }
