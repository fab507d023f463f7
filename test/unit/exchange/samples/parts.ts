/** Stands in the samples wherever a token, a client secret, a cookie or a session token would: it may be in nothing that is read from them. */
export const secret = 'kJ3aVery0paqueToken7xQ-92_LmZ'

export const host = 'https://api.mypurecloud.de'
export const path = '/api/v2/conversations/messages/agentless'
export const correlationId = 'c0ffee00-1111-4222-8333-444455556666'

export const errorBody = `{"message":"This request requires a non-user context.","code":"not.a.client","status":400,"contextId":"${correlationId}","details":[],"errors":[]}`
