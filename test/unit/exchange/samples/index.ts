import * as commands from './commands'
import * as errors from './errors'
import * as http from './http'
import * as logs from './logs'
import * as reports from './reports'

/** Pastes as people make them, one or more of each format, by name. */
export const samples: Readonly<Record<string, string>> = { ...commands, ...http, ...errors, ...reports, ...logs }
