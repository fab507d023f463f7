// npm run package [-- --out FILE]: builds, and packs what is shipped into genesys-messaging-inspector-<version>.vsix.
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ensureNodeModules } from './prerequisites/nodeModules.mjs'
import { Failure } from './process/failure.mjs'
import { runMain } from './process/runMain.mjs'
import { projectFolder } from './projectFolder.mjs'
import { unexpectedFiles, vsixBudgetBytes } from './vsixContents.mjs'

await runMain(async (signal) => {
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  await ensureNodeModules(projectFolder, signal)
  const { createVSIX, listFiles, PackageManager } = await import('@vscode/vsce')
  const { name, version } = JSON.parse(await readFile(path.join(projectFolder, 'package.json'), 'utf8'))
  const vsixFile = path.resolve(values.out ?? path.join(projectFolder, `${name}-${version}.vsix`))

  await mkdir(path.dirname(vsixFile), { recursive: true })
  // createVSIX runs the script vscode:prepublish first, which builds dist/.
  await createVSIX({ cwd: projectFolder, packagePath: vsixFile, dependencies: false })

  const unexpected = unexpectedFiles(await listFiles({ cwd: projectFolder, packageManager: PackageManager.None }))
  const { size } = await stat(vsixFile)
  const problems = [
    ...unexpected.map((file) => `It contains ${file}, which is not meant to be shipped: name it in .vscodeignore.`),
    ...(size > vsixBudgetBytes ? [`It has ${size} bytes. The budget is ${vsixBudgetBytes}.`] : [])
  ]
  if (problems.length > 0) {
    await rm(vsixFile)
    throw new Failure(`The package was refused and removed.\n${problems.join('\n')}`)
  }
})
