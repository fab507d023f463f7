export const usage = `Messaging Inspector for Genesys Cloud

  explain [FILE or -] [--json]                          explains a pasted request or error
  check PATH… [--json or --sarif]                       finds endpoints, fields and flags in source files that cannot work
  sandbox [--port N] [--scenario NAME] [--seed N]       runs the local organisation; the first line is JSON
  sandbox --list-scenarios                              lists the situations that it can show, and what to try in each`

/** The command line was used wrongly: said on standard error, with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
