// An esbuild plugin: `import { pageScript } from 'page:script'` is the script of the panel's page as one text, to stand in the page itself. A file that
// the page had to ask for would come through VS Code's service worker, which takes longer than running it.
import { build } from 'esbuild'
import path from 'node:path'
import { projectFolder } from './projectFolder.mjs'

/** The script with what it was made of. */
const bundle = () =>
  build({
    absWorkingDir: projectFolder,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    target: 'chrome134',
    format: 'iife',
    minify: true,
    logLevel: 'warning',
    entryPoints: ['src/webview/browser/main.ts']
  })

/**
 * What may stand between `<script>` and `</script>`. esbuild writes no `</script` into a script, and a `<!--` only inside of texts, where it would begin
 * what HTML takes for a comment.
 *
 * @param {string} script
 */
const inPage = (script) => script.replaceAll('<!--', String.raw`\x3c!--`)

/** The script of the panel's page, as it stands in it. */
export const readPageScript = async () => inPage((await bundle()).outputFiles[0]?.text ?? '')

/** @returns {import('esbuild').Plugin} */
export const pageScript = () => ({
  name: 'page-script',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^page:script$/ }, ({ path: name }) => ({ path: name, namespace: 'page' }))
    pluginBuild.onLoad({ filter: /.*/, namespace: 'page' }, async () => {
      const { outputFiles, metafile } = await bundle()
      return {
        contents: `export const pageScript = ${JSON.stringify(inPage(outputFiles[0]?.text ?? ''))}`,
        watchFiles: Object.keys(metafile.inputs).map((file) => path.join(projectFolder, file))
      }
    })
  }
})
