/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Types are checked by `npm run check` and `npm test`; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino'],
  experimental: {
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
  // The API's colon verbs (`/products:batchPost`, `/products/{id}:copy`) live in plain folders. Both spellings of the
  // colon reach them; the handler still sees the address as the caller wrote it.
  rewrites: async () => ({
    beforeFiles: [
      { source: '/api/:rest(.+)\\::verb([A-Za-z]+)', destination: '/api/:rest/:verb' },
      { source: '/api/:rest(.+)%3A:verb([A-Za-z]+)', destination: '/api/:rest/:verb' },
      { source: '/api/:rest(.+)%3a:verb([A-Za-z]+)', destination: '/api/:rest/:verb' },
    ],
  }),
}

export default config
