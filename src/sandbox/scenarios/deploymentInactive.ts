import { shopScenario } from './shopScenario'

export const deploymentInactive = shopScenario({
  title: 'Deployment inactive',
  summary: 'The web deployment that a customer wrote to has been switched off.',
  tryThis:
    'Run “Diagnose Send…” on Jamie Rivera (ended-web): an agentless send with the deployment’s id as fromAddress is answered with 400 invalid.value. GET /api/v2/webdeployments/deployments shows the deployment with the status Inactive.',
  about: 'ended-web',
  trial: { kind: 'agentlessSend', conversation: 'ended-web', as: 'client' },
  conversations: ['ended-web'],
  configured: (organisation, { deployment }) => ({
    ...organisation,
    deployments: organisation.deployments.map((other) => (other.id === deployment.id ? { ...other, status: 'Inactive' } : other))
  })
})
