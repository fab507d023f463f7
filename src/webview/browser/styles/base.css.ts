import { css } from 'lit'

/** Our names for the theme's colours, and what holds everywhere in the panel. */
export const base = css`
  :root {
    --page: var(--vscode-editor-background);
    --text: var(--vscode-foreground);
    --muted: var(--vscode-descriptionForeground);
    --line: var(--vscode-contrastBorder, color-mix(in srgb, var(--text) 16%, transparent));
    --surface: color-mix(in srgb, var(--text) 4%, var(--page));
    --accent: var(--vscode-focusBorder);
    --good: var(--vscode-charts-green);
    --bad: var(--vscode-charts-red);
    --caution: var(--vscode-charts-yellow);
    --plain: var(--vscode-charts-blue);
    --mono: var(--vscode-editor-font-family);
    --radius: 4px;
  }

  body.vscode-high-contrast {
    --surface: var(--page);
  }

  body {
    background: var(--vscode-editor-background);
    padding: 0 clamp(12px, 3vw, 26px);
    color: var(--text);
    line-height: 1.45;
  }

  #root {
    max-width: 1080px;
    margin: 0 auto;
    /* Room below the last part: what becomes of a send grows after it was revealed. */
    padding: 18px 0 max(48px, 30vh);
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol,
  pre {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h1,
  h3,
  a,
  p,
  li,
  dd,
  code,
  span {
    overflow-wrap: anywhere;
  }

  h1 {
    font-size: 1.45em;
    line-height: 1.2;
    font-weight: 600;
  }

  h3 {
    font-size: 1em;
    font-weight: 600;
  }

  strong {
    font-weight: 600;
  }

  time {
    white-space: nowrap;
  }

  .plain-code {
    padding: 0;
    background: none;
    color: inherit;
    font-family: var(--mono);
    font-size: 0.92em;
  }

  .muted {
    color: var(--muted);
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .codicon[class*='codicon-'] {
    flex: none;
    width: 16px;
    height: 16px;
    font-size: 16px;
  }

  .tone-good {
    color: var(--good);
  }

  .tone-bad {
    color: var(--bad);
  }

  .tone-caution {
    color: var(--caution);
  }

  .tone-plain {
    color: var(--plain);
  }

  a {
    text-decoration: none;
  }

  a:hover,
  a:focus-visible {
    text-decoration: underline;
  }

  :focus-visible {
    outline: 1px solid var(--accent);
    outline-offset: 2px;
  }

  .part {
    margin-top: 26px;
  }

  .heading-line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-height: 22px;
    margin-bottom: 8px;
  }

  h2 {
    font-size: 0.85em;
    font-weight: 600;
    letter-spacing: 0.09em;
    text-transform: uppercase;
    color: var(--muted);
    scroll-margin-top: 12px;
  }

  .card {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }

  .beside {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    column-gap: 26px;
  }

  .beside > :only-child {
    grid-column: 1 / -1;
  }

  @media (width < 700px) {
    .beside {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  summary {
    display: flex;
    width: fit-content;
    align-items: center;
    gap: 2px;
    cursor: pointer;
    color: var(--muted);
    border-radius: 2px;
    list-style: none;
  }

  summary:hover {
    color: var(--text);
  }

  summary .codicon-chevron-right {
    transition: rotate 80ms;
  }

  details[open] > summary .codicon-chevron-right {
    rotate: 90deg;
  }

  @media (prefers-reduced-motion: reduce) {
    summary .codicon-chevron-right {
      transition: none;
    }
  }

  vscode-button {
    max-width: 100%;
  }

  vscode-button::part(base) {
    white-space: normal;
    overflow-wrap: anywhere;
  }

  /* Also before its icon has come, so that nothing moves when it does. */
  vscode-toolbar-button {
    height: 22px;
  }

  vscode-progress-bar {
    position: fixed;
    top: 0;
    left: 0;
    right: 0;
    width: auto;
    z-index: 1;
  }
`
