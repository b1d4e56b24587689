/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  // Where the dependencies are: two folders above data/bench/floor, to which this is copied.
  turbopack: { root: new URL('../../..', import.meta.url).pathname },
}
