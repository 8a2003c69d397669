import type {
  BacktestRow,
  ForecastReason,
  HistoryProposal,
  LeftOutDay,
  QueueForecast,
  UnseenHours,
} from '@yotei/forecast';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const LINEAGE = {
  split: 'estimated from',
  moved: 'with contacts moved over from',
  merged: 'with the contacts of',
  like: 'borrowed from',
  'given-away': 'less what went to',
} as const;

const percent = (fraction: number): string => `${(100 * fraction).toFixed(1)} %`;

export function reasonText(reason: ForecastReason): string {
  switch (reason.kind) {
    case 'chosen-by-planner':
      return `${reason.methodId}: asked for`;
    case 'lowest-error':
      return `${reason.methodId}: lowest error, WAPE ${percent(reason.wape)} over ${reason.origins} origins`;
    case 'simpler-within-one-standard-error':
      return `${reason.methodId}: WAPE ${percent(reason.wape)}, simpler than ${reason.lowestMethodId} (${percent(reason.lowestWape)}) and within one standard error (${percent(reason.standardError)})`;
    case 'safer-than-lowest':
      return `${reason.methodId}: WAPE ${percent(reason.wape)}, safer than ${reason.lowestMethodId} alone (${percent(reason.lowestWape)}), which is not clearly better`;
    case 'weighted-by-past-error':
      return `weighted by past errors: ${reason.weights.map(({ methodId, share }) => `${methodId} ${percent(share)}`).join(', ')}`;
    case 'compared-with-planner-mean':
      return `for comparison ${reason.methodId}: WAPE ${percent(reason.wape)}`;
    case 'too-little-history-to-compare':
      return `${reason.methodId}: too little history to compare methods (${reason.origins} origins)`;
    case 'bands-assumed':
      return `bands are assumed, not measured: ${reason.origins} origins are too few`;
    case 'short-history':
      return `${reason.methodId}: ${reason.historyDays} days of history, too few to compare methods; the level of a week is known within ${percent(reason.levelSpread)} (two weeks in three)`;
    case 'typed-curve':
      return `the typed curve makes ${percent(reason.curveWeight)} of the level`;
    case 'borrowed-days':
      return `${reason.days} days from ${reason.fromOn} to ${reason.untilOn} are ${LINEAGE[reason.lineage]} '${reason.from}': share ${percent(reason.share)}, ${reason.shareLearned ? 'learned from the days both have' : 'as given'}, sure within ${percent(reason.shareSpread)}`;
    case 'weekdays-borrowed':
      return `not seen yet and taken to be like the other weekdays: ${reason.weekdays.map((weekday) => WEEKDAYS[weekday - 1]).join(', ')}`;
    case 'hours-borrowed':
      return `open for the first time and taken from other weekdays or the hours beside them: ${reason.hours.map(hoursText).join(', ')}`;
  }
}

function hoursText({ weekday, fromMinute, untilMinute }: UnseenHours): string {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return `${WEEKDAYS[weekday - 1]} ${clock(fromMinute)}-${clock(untilMinute)}`;
}

function leftOutText({ on, reason }: LeftOutDay): string {
  switch (reason.kind) {
    case 'outage-event':
      return `left out ${on}: outage (${reason.title})`;
    case 'incomplete-day':
      return `left out ${on}: only ${percent(reason.observedFraction)} of the day is there`;
    case 'planner-decision':
      return `${reason.action === 'replace' ? 'replaced' : 'left out'} ${on}: decided (${reason.proposalId})`;
  }
}

/** What a planner should look at, in a clause. */
function reasonOfProposal({ reason }: HistoryProposal): string {
  switch (reason.kind) {
    case 'silent':
      return `next to nothing in ${reason.intervals} intervals, perhaps an outage`;
    case 'one-end-empty':
      return `${reason.absent ? 'no rows' : 'only zeros'} at the ${reason.end} of the day, ${reason.intervals} intervals`;
    case 'many-times-usual':
      return `${reason.ratio.toFixed(1)} times the usual in ${reason.intervals} intervals`;
    case 'same-value-repeated':
      return `${reason.value} stands ${reason.repeats} times in a row`;
    case 'day-total':
      return `unusually ${reason.ratio < 1 ? 'low' : 'high'}`;
    case 'nothing-recorded':
      return reason.openDays > 0
        ? `no rows on ${reason.openDays} open days`
        : `no rows in ${reason.intervals} intervals`;
    case 'lasting-change':
      return `the level changes by a factor of ${reason.ratio.toFixed(2)} and stays`;
    case 'named-by-planner':
      return reason.note;
  }
}

function proposalText(proposal: HistoryProposal): string {
  const { fromOn, untilOn, actual, expected } = proposal;
  const when = fromOn === untilOn ? fromOn : `${fromOn} to ${untilOn}`;
  return `look at ${when}: ${reasonOfProposal(proposal)}, ${Math.round(actual)} contacts where ${Math.round(expected)} are usual`;
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
