/** The areas around messaging whose endpoints were looked into one by one: what neither the SDK nor the published OpenAPI has there does not exist. */
const researched = /^\/api\/v2\/(?:conversations?|chats?|web-?chat|web-?messaging|webdeployments|messag\w*|proactive\w*)(?:\/|$)/i

/**
 * True for a path in such an area. Elsewhere an endpoint that is not published may be one of Genesys’ own: its streaming client posts to
 * /api/v2/diagnostics/trace, which no list has.
 */
export const isResearched = (apiPath: string): boolean => researched.test(apiPath)
