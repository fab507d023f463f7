import { build } from 'esbuild'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { projectFolder } from '../../../scripts/projectFolder.mjs'
import { sdkOperations } from '../../../scripts/sdkOperations.mjs'

/**
 * What modules of src/ export, bundled and minified as they are shipped, and loaded. Those of the editor get a stand-in for `vscode`.
 *
 * @param {string} name of the bundle, in out/bench/
 * @param {readonly string[]} modules relative to src/, without extension
 * @returns {Promise<any>}
 */
export const loadBundle = async (name, modules) => {
  const outfile = path.join(projectFolder, 'out', 'bench', `${name}.mjs`)
  await build({
    absWorkingDir: projectFolder,
    stdin: { contents: modules.map((module) => `export * from './src/${module}'`).join('\n'), resolveDir: projectFolder },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // What is bundled in may be CommonJS, which asks for Node.js’s own modules by require.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    alias: { vscode: fileURLToPath(new URL('./vscode.cjs', import.meta.url)) },
    logLevel: 'warning',
    outfile,
    plugins: [sdkOperations()]
  })
  return import(pathToFileURL(outfile).href)
}
