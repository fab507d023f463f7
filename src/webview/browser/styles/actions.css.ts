import { css } from 'lit'

/** What can be done to the conversation. */
export const actionsStyle = css`
  .actions {
    display: grid;
    gap: 8px;
  }

  .action {
    padding: 10px 14px;
  }

  .action-head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 8px 12px;
  }

  .action-words {
    flex: 1 1 220px;
    min-width: 0;
  }

  .action-words p {
    margin-top: 2px;
  }

  .action-side {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: 8px;
    margin-left: auto;
  }

  .action-request {
    margin-top: 4px;
  }

  .action details {
    margin: 6px 0 0 28px;
  }

  .action-outcome {
    margin-bottom: 8px;
  }
`
