import { boardFixture, fixtureDemand } from '../../../../../../tests/kit/board-fixture.js';
import {
  applyEdits,
  buildRows,
  collectSegments,
  columnPixels,
  createCoverage,
  layoutRows,
  moveShifts,
  recount,
  SegmentBuckets,
  type BoardModel,
  type BoardZoom,
} from './index.js';

const AGENTS = 1000;

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** Median milliseconds of a run. */
function median(runs: number, work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return Number(times[Math.floor(runs / 2)]!.toFixed(3));
}

function layoutOf(model: BoardModel) {
  const rows = buildRows(model, {
    groupBy: 'team',
    sort: 'start',
    text: '',
    teamIds: [],
    onlyBreaches: false,
    folded: new Set(),
    day: 0,
    breachCounts: new Map(),
    groupOrder: [],
    pinned: new Set(),
    compareText: new Intl.Collator('en').compare,
  });
  return layoutRows(rows, { agent: 30, group: 26 });
}

function collect(model: BoardModel, zoom: BoardZoom, buckets: SegmentBuckets): void {
  const { startAt, lengthMinutes, days, zone } = model;
  const axis = { startAt, lengthMinutes, days, displayZone: zone, ...columnPixels(zoom, 1200, model.slotMinutes) };
  collectSegments(
    { model, axis, layout: layoutOf(model), viewport: { left: 500, top: 9000, width: 1200, height: 800 } },
    buckets,
  );
}

/** The board's own work without a browser, at 1,000 agents and a week of about 25,000 activities. */
export function bench({ quick }: { readonly quick: boolean }): Row[] {
  const runs = quick ? 5 : 25;
  const model = boardFixture({ agentCount: AGENTS, teamCount: 20 });
  const demand = fixtureDemand(model, AGENTS / 3);
  const coverage = createCoverage(model, demand);
  const shift = model.shifts[0]![0]!;
  const target = { agent: 0, shiftId: shift.id, activity: null };
  const buckets = new SegmentBuckets();
  return [
    {
      name: 'board, 1,000 agents: full count of coverage',
      value: median(runs, () => createCoverage(model, demand)),
      unit: 'ms',
    },
    { name: 'board, 1,000 agents: rows grouped and sorted', value: median(runs, () => layoutOf(model)), unit: 'ms' },
    {
      name: 'board, 1,000 agents: rows and segments of a day',
      value: median(runs, () => collect(model, 'day', buckets)),
      unit: 'ms',
    },
    {
      name: 'board, 1,000 agents: rows and segments of a week',
      value: median(runs, () => collect(model, 'week', buckets)),
      unit: 'ms',
    },
    {
      name: 'board, 1,000 agents: one move of a drag, without rules',
      value: median(runs, () => {
        const { edits } = moveShifts(model, [target], { deltaMinutes: 15 });
        const after = applyEdits(model, edits);
        recount(coverage, after);
        recount(coverage, model);
      }),
      unit: 'ms',
    },
  ];
}
