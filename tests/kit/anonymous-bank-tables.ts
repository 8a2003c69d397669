import {
  BankLog,
  abandonedFraction,
  compareBank,
  erlangAWithPatience,
  hourlyDistance,
  meanWait,
  simulateSimplified,
  withinFraction,
  type ComparedHour,
  type Comparison,
  type ErlangCOutcome,
  type Outcome,
  type Simplified,
} from './anonymous-bank-figures.js';

/** Agents taken to be away after 15 minutes without a call: longer than waits for work, no longer than a break. */
export const CHOSEN_GAP_MINUTES = 15;
export const GAPS_MINUTES = [5, 10, 15, 30, 60] as const;

const seconds = (value: number): string => `${value.toFixed(0)} s`;
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(header),
  row(header.map((_, i) => (i === 0 ? '---' : '---:'))),
  ...rows.map(row),
];

const outcomeCells = (outcome: Outcome): readonly string[] => [
  seconds(meanWait(outcome)),
  percent(abandonedFraction(outcome)),
  percent(withinFraction(outcome)),
];
const unstableShare = ({ unstableContacts, stableContacts }: ErlangCOutcome): number =>
  unstableContacts / (unstableContacts + stableContacts);
const erlangCCells = (c: ErlangCOutcome): readonly string[] =>
  c.stableContacts === 0
    ? ['100.0 %', '–', '–']
    : [
        percent(unstableShare(c)),
        seconds(c.waitSeconds / c.stableContacts),
        seconds(c.seenWaitSeconds / c.stableContacts),
      ];

function hourRow(hour: ComparedHour): readonly string[] {
  return [
    hour.hour === null ? '**all**' : `${String(hour.hour).padStart(2, '0')}:00`,
    hour.seen.contacts.toLocaleString('en-US'),
    hour.agents.toFixed(1),
    ...outcomeCells(hour.seen),
    ...erlangCCells(hour.erlangC),
    ...outcomeCells(hour.erlangA),
    ...outcomeCells(hour.simulated),
  ];
}

const three = (who: string): readonly string[] => [`${who}: wait`, 'abandoned', 'in 20 s'];

function hourTable(comparison: Comparison): readonly string[] {
  return table(
    [
      'hour',
      'calls',
      'agents',
      ...three('real'),
      'Erlang C: unstable',
      'wait, rest',
      'real, rest',
      ...three('Erlang A'),
      ...three('simulation'),
    ],
    [...comparison.hours, comparison.whole].map(hourRow),
  );
}

function distanceTable(comparison: Comparison): readonly string[] {
  const distances = (predicted: (hour: ComparedHour) => Outcome): readonly string[] => [
    seconds(hourlyDistance(comparison, predicted, meanWait)),
    `${(100 * hourlyDistance(comparison, predicted, abandonedFraction)).toFixed(1)} points`,
    `${(100 * hourlyDistance(comparison, predicted, withinFraction)).toFixed(1)} points`,
  ];
  return table(
    ['mean distance from the real hour', 'wait', 'abandoned', 'in 20 s'],
    [
      ['Erlang A', ...distances(({ erlangA }) => erlangA)],
      ['simulation', ...distances(({ simulated }) => simulated)],
    ],
  );
}

function staffingTable(comparisons: readonly Comparison[]): readonly string[] {
  return table(
    [
      'gap',
      'between calls',
      'agents',
      'Erlang C: unstable half-hours',
      'calls',
      'wait, rest',
      'real, rest',
      ...three('Erlang A'),
      ...three('simulation'),
    ],
    comparisons.map(({ staffing, turnaroundSeconds, whole }) => [
      `${staffing.gapMinutes} min`,
      staffing.withTurnaround ? seconds(turnaroundSeconds) : '–',
      whole.agents.toFixed(1),
      percent(whole.erlangC.unstableHalfHours / whole.erlangC.halfHours),
      ...erlangCCells(whole.erlangC),
      ...outcomeCells(whole.erlangA),
      ...outcomeCells(whole.simulated),
    ]),
  );
}

function patienceTable(log: BankLog): readonly string[] {
  const { patience } = log.report;
  if (patience.kind !== 'patience') throw new Error('the log has no patience');
  const lognormal = patience.fits.find(({ family }) => family === 'lognormal')!;
  const candidates = [
    ['queue time / abandonments', patience.operationalSeconds.value],
    ['mean wait of those who left', patience.meanWaitOfAbandonedSeconds],
    ['mean of the lognormal that fits best', lognormal.meanSeconds],
  ] as const;
  return table(
    ['patience', 'seconds', ...three('Erlang A')],
    candidates.map(([name, value]) => {
      const staffing = { gapMinutes: CHOSEN_GAP_MINUTES, withTurnaround: true };
      return [name, seconds(value), ...outcomeCells(erlangAWithPatience(log, staffing, value))];
    }),
  );
}

function partsTable(log: BankLog, chosen: Comparison): readonly string[] {
  const simulated = (simplified: Simplified): readonly string[] =>
    outcomeCells(simulateSimplified(log, chosen.staffing, simplified));
  const poor = { exponentialHandleTime: true, exponentialPatience: true, evenAgents: true };
  return table(
    ['', 'wait', 'abandoned', 'in 20 s'],
    [
      ['real', ...outcomeCells(chosen.whole.seen)],
      ['simulation as above', ...simulated({})],
      ['… with exponential patience', ...simulated({ exponentialPatience: true })],
      ['… with exponential handle times', ...simulated({ exponentialHandleTime: true })],
      ['… with whole agents, the same through a half-hour', ...simulated({ evenAgents: true })],
      ['… with all three', ...simulated(poor)],
      ['… with agents who drop their call when they go', ...simulated({ leaveAtOnce: true })],
      ['Erlang A', ...outcomeCells(chosen.whole.erlangA)],
    ],
  );
}

/** The tables of docs/methods/anonymous-bank.md, by the name of the place they stand in. */
export function bankTables(log: BankLog = new BankLog()): ReadonlyMap<string, readonly string[]> {
  const comparisons = GAPS_MINUTES.flatMap((gapMinutes) =>
    [false, true].map((withTurnaround) => compareBank(log, { gapMinutes, withTurnaround })),
  );
  const chosen = comparisons.find(
    ({ staffing }) => staffing.gapMinutes === CHOSEN_GAP_MINUTES && staffing.withTurnaround,
  )!;
  return new Map([
    ['hours', hourTable(chosen)],
    ['distances', distanceTable(chosen)],
    ['staffing', staffingTable(comparisons)],
    ['parts', partsTable(log, chosen)],
    ['patience', patienceTable(log)],
  ]);
}

/** The page with each place between its marks filled anew. Throws when a place is missing. */
export function withTables(page: string, tables: ReadonlyMap<string, readonly string[]>): string {
  let filled = page;
  for (const [name, lines] of tables) {
    const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
    const [from, until] = [filled.indexOf(begin), filled.indexOf(end)];
    if (from < 0 || until < 0) throw new Error(`the page has no place '${name}'; put ${begin} and ${end} into it`);
    filled = `${filled.slice(0, from + begin.length)}\n\n${lines.join('\n')}\n\n${filled.slice(until)}`;
  }
  return filled;
}
