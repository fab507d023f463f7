import { css } from 'lit'

/** The message, its request, and what became of it. */
export const sendingStyle = css`
  textarea,
  input[type='text'],
  select {
    width: 100%;
    border: 1px solid var(--vscode-settings-textInputBorder, var(--vscode-input-border, var(--line)));
    border-radius: 2px;
    background: var(--vscode-input-background);
    color: var(--vscode-input-foreground);
    font: inherit;
  }

  textarea {
    display: block;
    min-height: 76px;
    padding: 6px 8px;
    line-height: 1.45;
    resize: vertical;
    field-sizing: content;
    max-height: 50vh;
  }

  input[type='text'] {
    padding: 3px 8px;
    min-height: 26px;
  }

  textarea:focus,
  input[type='text']:focus,
  select:focus {
    outline: 1px solid var(--accent);
    outline-offset: -1px;
  }

  textarea[aria-invalid='true'] {
    border-color: var(--vscode-inputValidation-errorBorder, var(--bad));
  }

  body.vscode-high-contrast textarea[aria-invalid='true'] {
    border: 2px solid var(--bad);
  }

  .select {
    position: relative;
    display: block;
  }

  select {
    appearance: none;
    min-height: 26px;
    padding: 3px 26px 3px 8px;
    border-color: var(--vscode-dropdown-border, var(--line));
    background: var(--vscode-dropdown-background);
    color: var(--vscode-dropdown-foreground);
    text-overflow: ellipsis;
  }

  .select .codicon {
    position: absolute;
    right: 6px;
    top: 5px;
    pointer-events: none;
  }

  .below-text {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px;
    margin-top: 4px;
  }

  .problem {
    display: flex;
    gap: 6px;
  }

  .field-content,
  .field + .field-text {
    margin-top: 8px;
  }

  .content-name {
    font-weight: 600;
  }

  .content-parts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 2px 10px;
    margin: 4px 0;
    padding: 6px 10px;
    border-left: 2px solid var(--line);
  }

  .content-parts dd {
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .count {
    flex: none;
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }

  .count.over {
    color: var(--text);
    font-weight: 600;
  }

  .fields {
    margin-top: 8px;
  }

  .field {
    display: grid;
    grid-template-columns: 104px minmax(0, 1fr);
    gap: 12px;
    margin-top: 6px;
  }

  .field-label {
    padding: 4px 0;
    color: var(--muted);
  }

  .field-value {
    display: block;
    padding: 4px 0;
  }

  .hint {
    margin-top: 1px;
    color: var(--muted);
    font-size: 0.92em;
  }

  .sent-as {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--muted);
  }

  .send-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-top: 14px;
  }

  .send-why {
    display: flex;
    gap: 8px;
    margin-top: 8px;
  }

  pre {
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--vscode-textCodeBlock-background);
    font-family: var(--mono);
    font-size: 0.92em;
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    tab-size: 2;
  }

  .tab-line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin: -3px 0 7px;
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 11px;
  }

  [role='tab'] {
    padding: 2px 0 3px;
    border: 0;
    border-bottom: 1px solid transparent;
    background: none;
    color: var(--vscode-panelTitle-inactiveForeground, var(--muted));
    font: inherit;
    cursor: pointer;
  }

  [role='tab']:hover {
    color: var(--text);
  }

  [role='tab'][aria-selected='true'] {
    border-color: var(--vscode-panelTitle-activeBorder, var(--text));
    color: var(--text);
  }

  .send + .send {
    margin-top: 14px;
    padding-top: 12px;
    border-top: 1px solid var(--line);
  }

  .send-head {
    display: flex;
    gap: 12px;
  }

  .send-at {
    flex: none;
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }

  .send-text {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 0;
    margin-top: 5px;
  }

  .step {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .step:not(:first-child)::before {
    content: '';
    width: 34px;
    margin: 0 4px 0 10px;
    border-top: 1px solid var(--muted);
  }

  .send-outcome {
    margin-top: 4px;
  }

  .send-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }

  @media (width < 480px) {
    .field {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    .steps {
      flex-direction: column;
      align-items: flex-start;
    }

    .step:not(:first-child)::before {
      display: none;
    }
  }
`
