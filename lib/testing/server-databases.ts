import { Client } from 'pg'

/** The address of another database on the same server. */
export function serverUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

async function asAdmin<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes a database, as a copy of `template` when one is given. */
export function createServerDatabase(adminUrl: string, name: string, template = 'template1') {
  return asAdmin(adminUrl, (client) => client.query(`create database ${name} template ${template}`))
}

/** Drops every database whose name begins with `prefix`, whoever is connected to it. */
export function dropServerDatabases(adminUrl: string, prefix: string) {
  return asAdmin(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`)
  })
}
