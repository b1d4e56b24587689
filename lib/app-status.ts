import { version } from '@/package.json'

/** What `/ping` tells of this service (spec nodeblocks 4.1). */
export const appStatus = () => ({
  status: 'ok' as const,
  packageInfo: {
    // Seven hex digits are required; a build outside a checkout has none to tell.
    gitCommitHash: /^[a-f0-9]{7}/.exec(process.env.GIT_COMMIT ?? '')?.[0] ?? '0000000',
    sdkVersion: version,
    serviceAdapterAPIVersion: version,
    serviceName: 'orderdesk',
    serviceVersion: version,
  },
})
