/** A Genesys Cloud region: its name at AWS, and the domain under which its hosts stand. */
export interface Region {
  readonly name: string
  readonly domain: string
  readonly place: string
}

/** Source: `PureCloudRegionHosts` of purecloud-platform-client-v2 262.0.0. */
export const regions: readonly Region[] = [
  { name: 'us-east-1', domain: 'mypurecloud.com', place: 'Americas, US East' },
  { name: 'us-east-2', domain: 'use2.us-gov-pure.cloud', place: 'Americas, US East (FedRAMP)' },
  { name: 'us-west-2', domain: 'usw2.pure.cloud', place: 'Americas, US West' },
  { name: 'ca-central-1', domain: 'cac1.pure.cloud', place: 'Americas, Canada' },
  { name: 'mx-central-1', domain: 'mxc1.pure.cloud', place: 'Americas, Mexico' },
  { name: 'sa-east-1', domain: 'sae1.pure.cloud', place: 'Americas, São Paulo' },
  { name: 'eu-west-1', domain: 'mypurecloud.ie', place: 'Europe, Ireland' },
  { name: 'eu-west-2', domain: 'euw2.pure.cloud', place: 'Europe, London' },
  { name: 'eu-central-1', domain: 'mypurecloud.de', place: 'Europe, Frankfurt' },
  { name: 'eu-central-2', domain: 'euc2.pure.cloud', place: 'Europe, Zurich' },
  { name: 'eusc-de-east-1', domain: 'edee1.eusc-pure.cloud', place: 'Europe, sovereign cloud Germany' },
  { name: 'me-central-1', domain: 'mec1.pure.cloud', place: 'Middle East, UAE' },
  { name: 'ap-northeast-1', domain: 'mypurecloud.jp', place: 'Asia Pacific, Tokyo' },
  { name: 'ap-northeast-2', domain: 'apne2.pure.cloud', place: 'Asia Pacific, Seoul' },
  { name: 'ap-northeast-3', domain: 'apne3.pure.cloud', place: 'Asia Pacific, Osaka' },
  { name: 'ap-south-1', domain: 'aps1.pure.cloud', place: 'Asia Pacific, Mumbai' },
  { name: 'ap-southeast-1', domain: 'apse1.pure.cloud', place: 'Asia Pacific, Singapore' },
  { name: 'ap-southeast-2', domain: 'mypurecloud.com.au', place: 'Asia Pacific, Sydney' }
]

/** The hosts of a region: REST, and OAuth. */
export const apiHost = ({ domain }: Pick<Region, 'domain'>): string => `api.${domain}`
export const loginHost = ({ domain }: Pick<Region, 'domain'>): string => `login.${domain}`

/** Names that the platform's own pages use beside a region's domain. Source: content security policies of Genesys help, quoted by a third party. */
const aliases: Readonly<Record<string, string>> = {
  'use1.pure.cloud': 'mypurecloud.com',
  'euw1.pure.cloud': 'mypurecloud.ie',
  'euc1.pure.cloud': 'mypurecloud.de',
  'apne1.pure.cloud': 'mypurecloud.jp'
}

/** The hosts that stand under a region's domain: REST, the user interface, OAuth, the guest's websocket, the deployments' configuration. */
const hosts = ['api', 'apps', 'login', 'webmessaging', 'api-cdn'] as const

const regionByHost: ReadonlyMap<string, Region> = new Map(
  regions.flatMap((region) =>
    [region.domain, ...Object.keys(aliases).filter((alias) => aliases[alias] === region.domain)].flatMap((domain) =>
      [domain, ...hosts.map((host) => `${host}.${domain}`)].map((host) => [host, region] as const)
    )
  )
)

/**
 * The region of a host, for example `api.mypurecloud.ie` or its alias `api.euw1.pure.cloud`. `undefined` for a host that is not known: the list is
 * closed, and no token may be sent to a host that is merely alike.
 */
export const regionOfHost = (host: string): Region | undefined => regionByHost.get(host.toLowerCase().replace(/\.$/, ''))
