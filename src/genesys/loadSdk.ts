import type { Sdk } from './api'

/** Loads the SDK, which is a bundle of its own because it is large. Node keeps it after the first time. */
export const loadSdk = async (): Promise<Sdk> => (await import('./sdk')).sdk
