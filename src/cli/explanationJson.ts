import type { Finding } from '../diagnosis/finding'
import type { Explanation } from '../followUp/explain'
import { isSending, type Route } from '../followUp/route'

const findingJson = ({ rule, phase, severity, title, cause, remedy, refusedWith, confidence, sources, evidence }: Finding) => ({
  rule,
  phase,
  severity,
  title,
  cause,
  remedy,
  /** Empty where the request is not refused for it, or nothing says with which code. */
  codes: refusedWith === undefined || refusedWith === 'not-documented' ? [] : refusedWith,
  confidence,
  sources,
  evidence
})

const routeJson = (route: Route) => ({
  id: route.id,
  title: route.title,
  verdict: route.verdict,
  reason: route.reason,
  confidence: route.confidence,
  ...(!isSending(route) ? {} : { operation: route.operation, request: route.request }),
  findings: route.findings.map(findingJson)
})

/** The explanation in the shape that `explain --json` promises to scripts. */
export const explanationJson = ({ verdict, exchange, findings, operation, nearest, routes }: Explanation) => ({
  verdict,
  exchange: {
    request: exchange.request ?? null,
    response: exchange.response ?? null,
    ...(exchange.delivery ? { delivery: exchange.delivery } : {}),
    ...(exchange.guest ? { guest: exchange.guest } : {})
  },
  findings: findings.map(findingJson),
  operation: operation ? { method: operation.method, path: operation.path } : null,
  nearest,
  routes: routes.map(routeJson)
})
