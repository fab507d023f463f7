import type { Area } from './area'

/** Deployments of the Messenger and their configuration. */
export const webDeployments: Area = {
  at: '/api/v2/webdeployments',
  scope: 'webdeployments',
  purpose: 'configure',
  operations: {
    'GET /configurations': {
      needs: 'all webDeployments:configuration:view',
      ok: { 200: 'WebDeploymentConfigurationVersionEntityListing' },
      errors: { 400: 'illegal.operation' }
    },
    'POST /configurations': {
      needs: 'all webDeployments:configuration:add',
      body: 'WebDeploymentConfigurationVersion',
      ok: { 200: 'WebDeploymentConfigurationVersion', 201: 'WebDeploymentConfigurationVersion' },
      errors: { 400: 'illegal.operation resource.limit.exceeded' }
    },
    'DELETE /configurations/{configurationId}': {
      needs: 'all webDeployments:configuration:delete',
      ok: { 204: '' },
      errors: { 400: 'illegal.operation', 409: 'resource.conflict' }
    },
    'GET /configurations/{configurationId}/versions': {
      needs: 'all webDeployments:configuration:view',
      ok: { 200: 'WebDeploymentConfigurationVersionEntityListing' },
      errors: { 400: 'illegal.operation' }
    },
    'GET /configurations/{configurationId}/versions/draft': {
      needs: 'all webDeployments:configuration:view',
      ok: { 200: 'WebDeploymentConfigurationVersion' },
      errors: { 400: 'illegal.operation' }
    },
    'PUT /configurations/{configurationId}/versions/draft': {
      needs: 'all webDeployments:configuration:edit',
      body: 'WebDeploymentConfigurationVersion',
      ok: { 200: 'WebDeploymentConfigurationVersion' },
      errors: { 400: 'illegal.operation' }
    },
    'POST /configurations/{configurationId}/versions/draft/publish': {
      needs: 'all webDeployments:configuration:edit webDeployments:configuration:add',
      ok: { 200: 'WebDeploymentConfigurationVersion' },
      errors: { 400: 'illegal.operation' }
    },
    'GET /configurations/{configurationId}/versions/{versionId}': {
      needs: 'all webDeployments:configuration:view',
      ok: { 200: 'WebDeploymentConfigurationVersion' },
      errors: { 400: 'illegal.operation' }
    },
    'GET /deployments': {
      purpose: 'read',
      needs: 'all webDeployments:deployment:view',
      ok: { 200: 'ExpandableWebDeploymentEntityListing' },
      errors: { 400: 'illegal.operation' }
    },
    'POST /deployments': {
      needs: 'all webDeployments:deployment:add',
      body: 'WebDeployment',
      ok: { 200: 'WebDeployment', 201: 'WebDeployment' },
      errors: { 400: 'bad.flow.id illegal.operation resource.limit.exceeded', 404: 'scp.id.not.found' }
    },
    'DELETE /deployments/{deploymentId}': {
      needs: 'all webDeployments:deployment:delete',
      ok: { 204: '' },
      errors: { 400: 'illegal.operation' }
    },
    'GET /deployments/{deploymentId}': {
      purpose: 'read',
      needs: 'all webDeployments:deployment:view',
      ok: { 200: 'WebDeployment' },
      errors: { 400: 'illegal.operation' }
    },
    'PUT /deployments/{deploymentId}': {
      needs: 'all webDeployments:deployment:edit',
      body: 'WebDeployment',
      ok: { 200: 'WebDeployment' },
      errors: { 400: 'bad.flow.id illegal.operation', 404: 'scp.id.not.found' }
    },
    'DELETE /deployments/{deploymentId}/cobrowse/{sessionId}': {
      purpose: 'other',
      credential: ['none', 'security'],
      ok: { 200: '', 204: '' }
    },
    'GET /deployments/{deploymentId}/cobrowse/{sessionId}': {
      credential: ['none', 'security'],
      ok: { 200: 'CobrowseWebMessagingSession' }
    },
    'GET /deployments/{deploymentId}/configurations': {
      ok: { 200: 'WebDeploymentActiveConfigurationOnDeployment' },
      errors: { 400: 'illegal.operation' }
    },
    'GET /deployments/{deploymentId}/identityresolution': {
      needs: 'all webDeployments:deployment:view webDeployments:identityResolution:view',
      ok: { 200: 'DeploymentIdentityResolutionConfig' }
    },
    'PUT /deployments/{deploymentId}/identityresolution': {
      needs: 'all webDeployments:deployment:edit webDeployments:identityResolution:edit',
      body: 'DeploymentIdentityResolutionConfig',
      ok: { 200: 'DeploymentIdentityResolutionConfig' },
      errors: { 400: 'general.bad.request', 403: 'access.denied.to.field', 422: 'validation.failed' }
    },
    'POST /token/oauthcodegrantjwtexchange': {
      purpose: 'other',
      credential: ['none', 'security'],
      body: 'WebDeploymentsOAuthExchangeRequest',
      ok: { 200: 'WebDeploymentsAuthorizationResponse' },
      errors: { 400: 'parameters.missing' }
    },
    'POST /token/refresh': {
      purpose: 'other',
      credential: ['none', 'security'],
      body: 'WebDeploymentsRefreshJWTRequest',
      ok: { 200: 'SignedData' },
      errors: { 400: 'parameters.missing' }
    },
    'DELETE /token/revoke': {
      purpose: 'other',
      credential: ['guest', 'security'],
      ok: { 204: '' },
      errors: { 400: 'credentials.expired parameters.missing' }
    }
  }
}

/** What the customer’s own side calls. */
export const webMessaging: Area = {
  at: '/api/v2/webmessaging',
  purpose: 'other',
  operations: {
    'DELETE /deployments/{deploymentId}/pushdevices/{tokenId}': {
      credential: ['none', 'security'],
      ok: { 204: '' },
      errors: {
        400: 'invalid.path.parameter',
        403: 'feature.toggle.disabled',
        404: 'deployment.not.found device.not.found',
        500: 'device.delete.failure'
      }
    },
    'PATCH /deployments/{deploymentId}/pushdevices/{tokenId}': {
      credential: ['none', 'security'],
      body: 'PushDeviceUpdateRequest',
      ok: { 204: '' },
      errors: {
        400: 'invalid.path.parameter request.body.empty update.fields.missing',
        403: 'feature.toggle.disabled',
        404: 'deployment.not.found device.not.found',
        500: 'device.update.failure'
      }
    },
    'POST /deployments/{deploymentId}/pushdevices/{tokenId}': {
      credential: ['none', 'security'],
      body: 'PushDeviceInsertRequest',
      ok: { 204: '' },
      errors: {
        400: 'field.value.invalid invalid.path.parameter request.body.empty required.fields.missing',
        403: 'feature.toggle.disabled',
        404: 'deployment.not.found',
        409: 'device.already.registered',
        500: 'contacts.stitching.error device.registration.failure'
      }
    },
    'GET /messages': {
      purpose: 'read',
      credential: ['guest', 'security'],
      ok: { 200: 'WebMessagingMessageEntityList' },
      errors: { 400: 'parameters.missing', 404: 'session.expired session.not.found' }
    }
  }
}

/** Action maps of a journey, of which a web messaging offer is one. */
export const actionMaps: Area = {
  at: '/api/v2/journey/actionmaps',
  purpose: 'offer',
  operations: {
    POST: { summary: 'Offers a web chat to a visitor who is on the page now.', needs: 'notDocumented', fromSdk: true }
  }
}
