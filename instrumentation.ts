/** Runs once when a server starts, never in a build: Next calls it before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startUp } = await import('@/lib/http/start-up')
  await startUp()
}
