// Clients for tests that start no sandbox.
import type { Program, PublicApp } from '../../../src/sandbox/credentials/oauthClient'

export const someApp: PublicApp = { kind: 'publicApp', id: 'an app', name: 'App', tokenLifeSeconds: 300, scopes: [], redirectUris: [] }

export const someProgram: Program = { kind: 'program', id: 'a program', name: 'Program', tokenLifeSeconds: 300, grants: [] }
