import type { IncomingMessage } from 'node:http'
import type { AssumptionId } from '../assumptions'
import type { SocketRoute } from '../http/sockets'
import type { WebDeployment } from '../organisation/webDeployment'
import type { World } from '../world'
import { openConnection } from './openConnection'

/** What the frames of the guest websocket rest on. A frame has no place to say it, so the answer that opens the websocket names them all. */
const restsOn: readonly AssumptionId[] = [
  'guest.handshake',
  'guest.requests',
  'guest.resume-expired',
  'guest.start-new',
  'guest.close-session',
  'guest.disconnect-customer',
  'guest.session-end',
  'guest.attachments',
  'guest.read-only-agentless'
]

const isAllowed = ({ allowedDomains = [] }: WebDeployment, origin: string | undefined): boolean => {
  if (allowedDomains.length === 0) return true
  if (origin === undefined || !URL.canParse(origin)) return false
  const { hostname } = new URL(origin)
  return allowedDomains.some((domain) => domain === origin || domain === hostname)
}

/** The guest websocket, `/v1?deploymentId=…`. */
export const guestSocket = (world: World): SocketRoute => {
  const deploymentAt = (url: URL): WebDeployment | undefined => {
    const id = url.searchParams.get('deploymentId')?.toLowerCase()
    return world.organisation.deployments.find((deployment) => deployment.id === id && deployment.status === 'Active')
  }

  return {
    name: 'guest',
    judgesOrigin: true,
    takes: ({ pathname }) => pathname === '/v1',
    restsOn,
    refuses: (url, { headers }: IncomingMessage) => {
      const deployment = deploymentAt(url)
      return deployment === undefined || !isAllowed(deployment, headers.origin) ? '403 Forbidden' : undefined
    },
    open: (socket, url, { headers }) => {
      const deployment = deploymentAt(url)
      if (deployment) openConnection(world, deployment, `http://${headers.host ?? '127.0.0.1'}`, socket)
      else socket.close(1008)
    }
  }
}
