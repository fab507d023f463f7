import { css } from 'lit'

export const timelineStyle = css`
  .picture {
    border-radius: 2px;
    outline-offset: 4px;
  }

  .timeline {
    display: block;
    overflow: visible;
    font-size: 11px;
  }

  .party-customer {
    --party: var(--vscode-charts-blue);
  }

  .party-automation {
    --party: var(--vscode-charts-purple);
  }

  .party-queue {
    --party: var(--vscode-charts-yellow);
  }

  .party-agent {
    --party: var(--vscode-charts-green);
  }

  .party-other,
  .party-plain {
    --party: var(--muted);
  }

  .timeline text {
    fill: var(--text);
  }

  .timeline .lane-label,
  .timeline .tick-label,
  .timeline .landmark-label {
    fill: var(--muted);
  }

  .timeline .landmark-label.end,
  .timeline .landmark-label.now {
    fill: var(--text);
  }

  .lane-line,
  .axis,
  .tick {
    stroke: color-mix(in srgb, var(--text) 16%, transparent);
    shape-rendering: crispEdges;
  }

  .timeline .bar-label.beside {
    paint-order: stroke;
    stroke: var(--page);
    stroke-width: 4px;
  }

  .bar {
    fill: color-mix(in srgb, var(--party) 34%, var(--page));
    stroke: var(--party);
  }

  .bar-alerting {
    fill: var(--page);
    stroke-dasharray: 3 2;
  }

  .bar-parked {
    stroke-dasharray: 1 2;
  }

  .bar-wrapUp {
    fill: var(--page);
  }

  .bar-unrecognised {
    fill: var(--page);
    stroke-dasharray: 7 2 1 2;
  }

  .mark.hollow {
    fill: var(--page);
    stroke: var(--party);
    stroke-width: 1.5;
  }

  .mark.filled {
    fill: var(--party);
    stroke: var(--party);
    stroke-width: 1.5;
  }

  path.mark {
    stroke-linejoin: round;
  }

  .mark.failed {
    fill: none;
    stroke: var(--bad);
    stroke-width: 2;
    stroke-linecap: round;
  }

  .reply-window {
    fill: url(#hatch);
  }

  .break-band {
    fill: color-mix(in srgb, var(--text) 9%, transparent);
  }

  .break-sign {
    fill: none;
    stroke: var(--text);
    stroke-width: 1.25;
  }

  .hatch {
    stroke: color-mix(in srgb, var(--caution) 48%, transparent);
    stroke-width: 2;
  }

  .landmark {
    stroke: var(--text);
    shape-rendering: crispEdges;
  }

  .landmark.end {
    stroke: var(--bad);
  }

  .landmark.now {
    stroke-dasharray: 3 3;
  }

  .hit {
    fill: transparent;
    stroke: none;
  }

  .hit.pointed {
    stroke: var(--accent);
    stroke-width: 1.5;
  }

  .below-picture {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 16px;
    margin-top: 4px;
    font-size: 0.92em;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    color: var(--muted);
  }

  .sample {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }

  .below-picture details[open] {
    flex-basis: 100%;
  }

  .in-words {
    margin: 4px 0 0 18px;
  }

  .in-words ul {
    margin: 4px 0 0 18px;
    list-style: disc;
    color: var(--muted);
  }
`
