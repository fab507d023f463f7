// node test/host/runHost.mjs <1.139|1.100>: runs the host tests in that VS Code, without a desktop.
import path from 'node:path'
import { isVscodeVersion, vscodeHostRecipes } from '../../scripts/prerequisites/vscodeHostRecipes.mjs'
import { Failure } from '../../scripts/process/failure.mjs'
import { runMain } from '../../scripts/process/runMain.mjs'
import { projectFolder } from '../../scripts/projectFolder.mjs'
import { runHostTests } from './runTests.mjs'

await runMain(async () => {
  const version = process.argv[2]
  if (!isVscodeVersion(version)) throw new Failure(`Usage: node test/host/runHost.mjs <${Object.keys(vscodeHostRecipes).join('|')}>`)
  await runHostTests(path.join(projectFolder, 'test/host/headlessVscode.mjs'), { VSCODE_VERSION: version })
})
