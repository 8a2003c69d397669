import type { BacktestRow, ForecastReason, HistoryProposal, LeftOutDay, QueueForecast } from '@yotei/forecast';

const percent = (fraction: number): string => `${(100 * fraction).toFixed(1)} %`;

function reasonText(reason: ForecastReason): string {
  switch (reason.kind) {
    case 'chosen-by-planner':
      return `${reason.methodId}: asked for`;
    case 'lowest-error':
      return `${reason.methodId}: lowest error, WAPE ${percent(reason.wape)} over ${reason.origins} origins`;
    case 'simpler-within-one-standard-error':
      return `${reason.methodId}: WAPE ${percent(reason.wape)}, simpler than ${reason.lowestMethodId} (${percent(reason.lowestWape)}) and within one standard error (${percent(reason.standardError)})`;
    case 'compared-with-planner-mean':
      return `for comparison ${reason.methodId}: WAPE ${percent(reason.wape)}`;
    case 'too-little-history-to-compare':
      return `${reason.methodId}: too little history to compare methods (${reason.origins} origins)`;
    case 'bands-assumed':
      return `bands are assumed, not measured: ${reason.origins} origins are too few`;
  }
}

function leftOutText({ on, reason }: LeftOutDay): string {
  return reason.kind === 'outage-event'
    ? `left out ${on}: outage (${reason.title})`
    : `left out ${on}: only ${percent(reason.observedFraction)} of the day is there`;
}

function proposalText(proposal: HistoryProposal): string {
  if (proposal.kind === 'level-shift')
    return `look at ${proposal.fromOn}: the level changes by a factor of ${proposal.ratio.toFixed(2)} and stays`;
  const what =
    proposal.kind === 'possible-outage'
      ? 'part of the day is silent, perhaps an outage'
      : `unusually ${proposal.direction}`;
  return `look at ${proposal.on}: ${what}, ${proposal.contacts} contacts where ${proposal.usualContacts} are usual`;
}

function backtestText(row: BacktestRow): string {
  if (row.fits === 0) return `  ${row.methodId.padEnd(24)} no origin with enough history`;
  return `  ${row.methodId.padEnd(24)} WAPE ${percent(row.wapeByInterval)} by interval, ${percent(row.wapeByDay)} by day; bias ${percent(row.bias)}; 80 % band held ${percent(row.coverage80)}`;
}

/** Lines that say in words which method was taken, by what backtest, and what the planner should look at. */
export function explanationOf(queue: string, forecast: QueueForecast): string[] {
  const head = queue === '' ? 'forecast' : `queue ${queue}`;
  return [
    `${head}: trained until ${forecast.trainedUntilOn}`,
    ...forecast.reasons.map((reason) => `  ${reasonText(reason)}`),
    ...forecast.backtest.map(backtestText),
    ...forecast.leftOut.map((day) => `  ${leftOutText(day)}`),
    ...forecast.proposals.map((proposal) => `  ${proposalText(proposal)}`),
  ];
}
