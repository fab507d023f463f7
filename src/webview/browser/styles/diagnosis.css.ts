import { css } from 'lit'

/** The explanation, the routes, and the findings in both. */
export const diagnosisStyle = css`
  .explanation {
    padding: 12px 14px;
  }

  .verdict {
    display: flex;
    gap: 8px;
    margin-top: 4px;
  }

  .findings {
    margin-top: 4px;
  }

  .finding {
    padding: 12px 0;
  }

  .finding + .finding {
    border-top: 1px solid var(--line);
  }

  .finding:last-child {
    padding-bottom: 0;
  }

  .finding-title {
    display: flex;
    align-items: flex-start;
    gap: 8px;
  }

  .finding-title h3 {
    flex: 1;
    min-width: 0;
  }

  .finding-title .codicon {
    line-height: 1.2;
  }

  .finding-cause,
  .finding dl,
  .finding details {
    margin-left: 24px;
  }

  .finding details {
    margin-top: 6px;
  }

  .finding details dl {
    margin-left: 0;
  }

  .finding-cause {
    margin-top: 2px;
  }

  .finding-row {
    display: grid;
    grid-template-columns: 92px minmax(0, 1fr);
    gap: 12px;
    margin-top: 6px;
  }

  .finding-row dt {
    color: var(--muted);
  }

  .nearest,
  .offer + .findings,
  .nearest + .findings {
    margin-top: 12px;
    border-top: 1px solid var(--line);
  }

  .nearest {
    padding-top: 12px;
  }

  .nearest li {
    margin-top: 4px;
  }

  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-top: 14px;
    padding-top: 12px;
    border-top: 1px solid var(--line);
  }

  .routes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }

  .route.chosen {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent) 11%, var(--page));
  }

  body.vscode-high-contrast .route.chosen {
    border-color: var(--vscode-contrastActiveBorder);
    outline: 1px solid var(--vscode-contrastActiveBorder);
    background: none;
  }

  .route:has(input:focus-visible) {
    outline: 1px solid var(--accent);
    outline-offset: 2px;
  }

  .route-head {
    display: grid;
    grid-template-columns: auto auto minmax(0, 1fr) auto;
    align-items: start;
    column-gap: 10px;
    padding: 9px 12px;
    cursor: pointer;
  }

  .route-head:not(:last-child) {
    padding-bottom: 3px;
  }

  .route-head > .codicon {
    line-height: 1.2;
  }

  .route-head input {
    appearance: none;
    display: grid;
    place-content: center;
    width: 14px;
    height: 14px;
    margin: 2px 0 0;
    border: 1px solid var(--muted);
    border-radius: 50%;
    outline: none;
    cursor: pointer;
  }

  .route-head input:checked {
    border-color: var(--accent);
  }

  .route-head input:checked::before {
    content: '';
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--accent);
  }

  .route-words > span {
    display: block;
  }

  .route-name {
    font-weight: 600;
    margin-right: 4px;
  }

  .route-reason {
    margin-top: 1px;
  }

  .route-reason strong {
    display: inline-block;
  }

  .route-reason strong::first-letter {
    text-transform: uppercase;
  }

  .route-reason strong::after {
    content: '\\00a0·\\00a0';
    font-weight: normal;
    color: var(--muted);
  }

  .route details {
    padding: 0 12px 9px 60px;
  }

  .route .findings {
    margin-left: -4px;
  }

  @media (width < 700px) {
    .route-head {
      grid-template-columns: auto auto minmax(0, 1fr);
    }

    .route-confidence {
      grid-column: 3;
      justify-self: start;
      margin-top: 6px;
    }

    .route details {
      padding: 2px 12px 9px;
    }
  }

  @media (width < 480px) {
    .finding-title {
      flex-wrap: wrap;
    }

    .finding-title h3 {
      flex: 1 1 calc(100% - 24px);
    }

    .finding-title .chip {
      margin: 0 0 2px 24px;
    }

    .finding-row {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
`
