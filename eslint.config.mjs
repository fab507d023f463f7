import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import path from 'node:path'
import tseslint from 'typescript-eslint'

/** Who may import whom: a folder of src/ → the folders of src/ that it stands on. What is not named here is refused. */
const standsOn = {
  model: [],
  platform: [],
  exchange: ['model', 'platform'],
  diagnosis: ['model', 'platform', 'exchange'],
  followUp: ['model', 'platform', 'exchange', 'diagnosis'],
  genesys: ['model', 'platform'],
  sandbox: ['platform'],
  store: ['model', 'platform', 'genesys'],
  webview: ['model']
}

const zones = Object.entries(standsOn).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...allowed],
  message: `src/${folder} may import ${allowed.length === 0 ? 'nothing of ours' : `only ${allowed.join(', ')}`}.`
}))

/** The thinking: no I/O, no clock, no randomness. */
const pure = ['model', 'platform', 'exchange', 'diagnosis', 'followUp'].map((folder) => `src/${folder}/**/*.ts`)

const noVscode = { name: 'vscode', message: 'Only src/editor and src/extension.ts may import vscode.' }

export default tseslint.config(
  { ignores: ['dist', 'out', '.vscode-host', '.vscode-test', 'node_modules'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/webview/tsconfig.json', './test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname
      }
    },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: path.resolve(import.meta.dirname), zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-console': 'error',
      'max-lines': ['error', { max: 350, skipBlankLines: true }],
      eqeqeq: 'error'
    }
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/editor/**', 'src/extension.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [noVscode] }] }
  },
  {
    files: pure,
    rules: {
      'no-restricted-imports': ['error', { paths: [noVscode], patterns: [{ group: ['node:*'], message: 'This folder is pure: no I/O.' }] }],
      'no-restricted-globals': ['error', { name: 'fetch' }, { name: 'setTimeout' }, { name: 'setInterval' }, { name: 'process' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'This folder is pure: take the time as a parameter.'
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'This folder is pure: take the time as a parameter.'
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'This folder is pure: no randomness.'
        }
      ]
    }
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/consistent-type-assertions': 'off' }
  }
)
