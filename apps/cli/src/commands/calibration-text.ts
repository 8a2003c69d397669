import type {
  ActivityReport,
  CalibrationReport,
  Estimate,
  FittedDistribution,
  HandleTimeReport,
  NotEnoughData,
  OverdispersionReport,
  PatienceReport,
  Trend,
  TurnaroundReport,
} from '@yotei/scheduling/calibration';
import { textTable } from './text-table.js';

const count = (value: number): string => value.toLocaleString('en-US');
const number = (value: number, digits = 3): string =>
  Number.isFinite(value) ? count(Number(value.toPrecision(digits))) : '–';
const seconds = (value: number): string => `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} s`;
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
const within = (estimate: Estimate, show: (value: number) => string): string =>
  `${show(estimate.value)}  (${show(estimate.low)} … ${show(estimate.high)})`;

const SCARCE = {
  'handled-contacts': 'answered contacts with a handle time',
  waits: 'contacts with a wait (wait_seconds, or answered_at and abandoned_at)',
  abandonments: 'abandoned contacts with a wait',
  days: 'days, some of them of the same weekday',
} as const;

const scarce = (title: string, { of, have, need }: NotEnoughData): readonly string[] => [
  `${title}: not enough data: ${count(have)} ${SCARCE[of]}; at least ${need} are needed`,
];

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `    ${line}`);
const fact = (name: string, value: string): string => `  ${name.padEnd(30)}${value}`;

function fitsTable(fits: readonly FittedDistribution[]): readonly string[] {
  const best = fits[0]?.akaike ?? 0;
  return textTable(
    ['fitted (best first)', 'mean', 'median', 'cv', 'off by at most', 'Akaike above best'],
    fits.map(({ family, meanSeconds, medianSeconds, cv, greatestGapFraction, akaike }) => [
      family,
      seconds(meanSeconds),
      seconds(medianSeconds),
      number(cv),
      percent(greatestGapFraction),
      number(akaike - best),
    ]),
  );
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function trendTable(name: string, { cells }: Trend, label: (at: number) => string): readonly string[] {
  return textTable(
    [name, 'contacts', 'mean', '±', 'drawn to the mean'],
    cells.map(({ at, count: n, meanSeconds, plusMinusSeconds, shrunkSeconds }) => [
      label(at),
      count(n),
      seconds(meanSeconds),
      seconds(plusMinusSeconds),
      seconds(shrunkSeconds),
    ]),
  );
}

function handleTimeText(report: HandleTimeReport | NotEnoughData): readonly string[] {
  if (report.kind === 'not-enough-data') return scarce('Handle time', report);
  const { shortFraction, shortSeconds, zeroCount, longestHundredthFraction } = report;
  return [
    'Handle time',
    fact('mean', `${within(report.meanSeconds, seconds)}, ${count(report.meanSeconds.sampleSize)} contacts`),
    fact(
      'median, nine in ten, longest',
      `${seconds(report.medianSeconds)}, ${seconds(report.p90Seconds)}, ${seconds(report.longestSeconds)}`,
    ),
    fact('cv', number(report.cv)),
    fact(
      `under ${shortSeconds} s`,
      `${percent(shortFraction.value)} (${count(zeroCount)} of 0 s); mean without them ${seconds(report.meanWithoutShortSeconds)}`,
    ),
    fact('longest hundredth', `${percent(longestHundredthFraction)} of all handle time`),
    fact('answered without handle time', count(report.unknownCount)),
    fact(`left out, over ${seconds(report.longestAllowedSeconds)}`, count(report.tooLongCount)),
    ...indented(fitsTable(report.fits)),
    ...indented(trendTable('hour', report.byHour, (hour) => `${String(hour).padStart(2, '0')}:00`)),
    ...indented(trendTable('weekday', report.byWeekday, (weekday) => WEEKDAYS[weekday - 1]!)),
  ];
}

function patienceText(report: PatienceReport | NotEnoughData): readonly string[] {
  if (report.kind === 'not-enough-data') return scarce('Patience', report);
  const { operationalSeconds, atOnceFraction, atOnceWithinSeconds, medianSeconds, values } = report;
  return [
    'Patience',
    fact(
      'queue time / abandonments',
      `${within(operationalSeconds, seconds)}, ${count(operationalSeconds.sampleSize)} abandonments; give this to --patience`,
    ),
    fact('mean wait of those who left', `${seconds(report.meanWaitOfAbandonedSeconds)} (no estimate of patience)`),
    fact('mean wait of all', seconds(report.meanWaitSeconds)),
    fact(`leave within ${atOnceWithinSeconds} s`, `${percent(atOnceFraction)} of those who have to wait`),
    fact('half would have left by', medianSeconds === null ? 'beyond the waits seen' : seconds(medianSeconds)),
    fact('observed until', `${seconds(values.observedUntilSeconds)}; ${percent(values.tailFraction)} wait longer`),
    ...indented(fitsTable(report.fits)),
    ...indented(
      textTable(
        ['wait', 'still waiting', 'from', 'to', 'waited so long'],
        report.curve.map(({ waitSeconds, surviving, low, high, atRisk }) => [
          seconds(waitSeconds),
          percent(surviving),
          percent(low),
          percent(high),
          count(atRisk),
        ]),
      ),
    ),
    ...indented(
      textTable(
        ['wait from', 'to', 'left', 'leave per minute', 'from', 'to'],
        report.hazard.map(({ fromSeconds, untilSeconds, abandonedCount, perSecond, low, high }) => [
          seconds(fromSeconds),
          untilSeconds === Infinity ? '' : seconds(untilSeconds),
          count(abandonedCount),
          percent(perSecond * 60),
          percent(low * 60),
          percent(high * 60),
        ]),
      ),
    ),
  ];
}

function overdispersionText(report: OverdispersionReport | NotEnoughData): readonly string[] {
  if (report.kind === 'not-enough-data') return scarce('Arrivals', report);
  return [
    'Arrivals: how far rates stray from their weekday and interval, single arrivals’ chance taken out',
    fact(
      `cv of ${report.intervalMinutes} minutes`,
      `${within(report.intervalRateCv, percent)}, ${report.dayCount} days`,
    ),
    fact('cv of a day', within(report.dayRateCv, percent)),
    fact('cv of a day’s common factor', within(report.dayFactorCv, percent)),
    fact('correlation within a day', number(report.correlationOverDay, 2)),
    fact('variance / mean of counts', number(report.dispersion)),
    fact('days left out', `${report.unusualDayCount} unusual, ${report.clockChangeDayCount} of a clock change`),
  ];
}

function activityText(report: ActivityReport | null): readonly string[] {
  if (!report) return [];
  const gaps = report.gapSeconds.map((gap) => `gaps to ${gap / 60} min`);
  return [
    `Agents at work by what they did, mean of the days (${report.agentCount} agents; log-ons are better where you have them)`,
    ...indented(
      textTable(
        ['hour', 'on contacts', ...gaps],
        [
          ...report.hours.map(({ hour, busyAgents, presentAgents }) => [
            `${String(hour).padStart(2, '0')}:00`,
            busyAgents.toFixed(1),
            ...presentAgents.map((agents) => agents.toFixed(1)),
          ]),
          ['occupancy', '', ...report.occupancyFractions.map(percent)],
        ],
      ),
    ),
    ...(report.withoutAgentCount > 0 ? [fact('answered, no agent named', count(report.withoutAgentCount))] : []),
  ];
}

/** The time between contacts while others wait. */
export function turnaroundText(report: TurnaroundReport | NotEnoughData): readonly string[] {
  if (report.kind === 'not-enough-data')
    return [
      `Between contacts: not enough data: ${count(report.have)} contacts ended with others waiting and an agent named; at least ${report.need} are needed`,
    ];
  const { meanSeconds, medianSeconds, endedCount, cutCount, longerFraction, longestSeconds } = report;
  return [
    'Between contacts, while others wait: add the mean to handle times that hold no after-contact work',
    fact('mean', `${seconds(meanSeconds)}, ${count(endedCount + cutCount)} ends of contacts`),
    fact('median', medianSeconds === null ? '–' : seconds(medianSeconds)),
    fact(`longer than ${seconds(longestSeconds)}`, `${percent(longerFraction)}: away, not counted in the mean`),
  ];
}

/** A calibration in words and tables, for a terminal. Intervals in brackets are of 95 %. */
export function calibrationText(title: string, report: CalibrationReport): readonly string[] {
  const { offeredCount, abandonedFraction, dayCount, unknownWaitCount } = report.contacts;
  const shares = abandonedFraction ? `, ${percent(abandonedFraction.value)} abandoned` : '';
  const unknown = unknownWaitCount > 0 ? `, ${count(unknownWaitCount)} without a wait` : '';
  const parts = [
    handleTimeText(report.handleTime),
    patienceText(report.patience),
    overdispersionText(report.overdispersion),
    activityText(report.activity),
  ];
  return [
    `${title}: ${count(offeredCount)} contacts on ${count(dayCount)} days${shares}${unknown}`,
    ...parts.filter((lines) => lines.length > 0).flatMap((lines) => ['', ...lines]),
  ];
}
