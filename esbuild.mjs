// Builds what is shipped into dist/, and, with --tests, what the test suites run into out/.
// Flags: --watch (rebuild on change), --tests.
import { build, context } from 'esbuild'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { pageScript } from './scripts/pageScript.mjs'
import { sdkOperations } from './scripts/sdkOperations.mjs'

const root = path.dirname(fileURLToPath(import.meta.url))

/** Bundles that are loaded on first use: source entry → file in dist/. A dynamic import of the source becomes a late load of the bundle. */
const lateBundles = new Map([
  [path.join(root, 'src/editor/parts.ts'), 'editor.js'],
  [path.join(root, 'src/genesys/sdk.ts'), 'sdk.js'],
  [path.join(root, 'src/sandbox/index.ts'), 'sandbox.js']
])

const lateLoading = (target) => ({
  name: 'late-loading',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path: request, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const bundle = lateBundles.get(path.resolve(resolveDir, request).replace(/(\.js)?$/, '.ts'))
      return bundle === undefined ? undefined : { path: target(bundle), external: true }
    })
  }
})

/** The SDK reads a configuration file in the home directory and writes request logs with it. Neither belongs in an editor: both are left out of the bundle. */
const quietSdk = {
  name: 'quiet-sdk',
  setup(pluginBuild) {
    pluginBuild.onResolve({ filter: /^(configparser|winston)$/ }, ({ path: name }) => ({
      path: path.join(root, 'src/genesys/sdkStandIns', `${name}.ts`)
    }))
  }
}

const node = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'linked',
  logLevel: 'warning'
}

const shipped = [
  {
    ...node,
    minify: true,
    metafile: true,
    entryPoints: {
      extension: 'src/extension.ts',
      editor: 'src/editor/parts.ts',
      cli: 'src/cli.ts',
      sdk: 'src/genesys/sdk.ts',
      sandbox: 'src/sandbox/index.ts'
    },
    outdir: 'dist',
    external: ['vscode'],
    plugins: [sdkOperations(), pageScript(), quietSdk, lateLoading((bundle) => `./${bundle}`)]
  },
  {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    logLevel: 'warning',
    entryPoints: { codicon: 'node_modules/@vscode/codicons/dist/codicon.css' },
    assetNames: '[name]',
    loader: { '.ttf': 'file' },
    outdir: 'dist'
  }
]

const tests = {
  ...node,
  entryPoints: readdirSync(path.join(root, 'test'), { recursive: true })
    .filter((file) => file.endsWith('.test.ts') || file.endsWith('.process.ts') || file === path.join('host', 'index.ts'))
    .map((file) => path.join('test', file)),
  outdir: 'out',
  outbase: '.',
  packages: 'external',
  external: ['vscode'],
  plugins: [sdkOperations(), pageScript(), lateLoading((bundle) => path.join(root, 'dist', bundle))]
}

const wanted = process.argv.includes('--tests') ? [...shipped, tests] : shipped

if (process.argv.includes('--watch')) {
  const contexts = await Promise.all(wanted.map((options) => context({ ...options, logLevel: 'info' })))
  await Promise.all(contexts.map((running) => running.watch()))
} else {
  await Promise.all(wanted.map((options) => build(options)))
}
