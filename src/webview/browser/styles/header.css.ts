import { css } from 'lit'

export const headerStyle = css`
  .title-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }

  .title-end {
    display: flex;
    margin-left: auto;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-height: 22px;
    padding: 1px 9px;
    border: 1px solid var(--line);
    border-radius: 11px;
    font-size: 0.92em;
    line-height: 1.3;
  }

  .finding-title .chip,
  .route-confidence .chip {
    flex: none;
    max-width: 100%;
    margin: -2px 0;
  }

  .chip .codicon[class*='codicon-'] {
    font-size: 14px;
  }

  .chip-good {
    border-color: var(--good);
  }

  .chip-bad {
    border-color: var(--bad);
  }

  .chip-caution {
    border-color: var(--caution);
  }

  /* The sandbox is drawn lightly, a real organisation is filled in. */
  .connection.sandbox {
    border-style: dashed;
    border-color: var(--muted);
  }

  .connection.live {
    border-color: var(--vscode-contrastBorder, var(--text));
    border-radius: var(--radius);
    background: var(--text);
    color: var(--page);
    font-weight: 600;
  }

  /* Production stands out by a second frame as well, in any theme. */
  .connection.production {
    outline: 2px solid var(--caution);
    outline-offset: 1px;
  }

  .about {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 16px;
    margin-top: 4px;
    color: var(--muted);
  }

  .about-facts > span:not(:first-child)::before {
    content: '·';
    margin: 0 6px;
  }

  .about-actions {
    display: flex;
    gap: 4px;
    margin-left: -4px;
  }

  .notice {
    display: flex;
    gap: 8px;
    margin-top: 12px;
    padding: 7px 10px;
    border: 1px solid var(--plain);
    border-left-width: 4px;
    border-radius: var(--radius);
  }

  .notice-good {
    border-color: var(--good);
  }

  .notice-bad {
    border-color: var(--bad);
  }

  .notice-caution {
    border-color: var(--caution);
  }

  .notice .codicon,
  .send-why .codicon,
  .problem .codicon,
  .verdict .codicon {
    line-height: 1.2;
  }

  .next-step {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 12px;
    margin-top: 22px;
  }
`
