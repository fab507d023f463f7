/** The script of the panel's page, bundled from src/webview/browser at build time by scripts/pageScript.mjs. */
declare module 'page:script' {
  /** May stand inside a script element. */
  export const pageScript: string
}
