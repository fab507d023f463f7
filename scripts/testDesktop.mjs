// npm run test:desktop: the host tests on desktop VS Code, which it downloads. Its last line is `N passed, N failed`.
import { ensureNodeModules } from './prerequisites/nodeModules.mjs'
import { runMain } from './process/runMain.mjs'
import { projectFolder } from './projectFolder.mjs'
import { runSteps } from './test/runSteps.mjs'
import { desktopSteps } from './test/steps.mjs'

await runMain(async (signal) => {
  await ensureNodeModules(projectFolder, signal)
  return runSteps(desktopSteps, signal)
})
