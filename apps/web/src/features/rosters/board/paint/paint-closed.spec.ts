import { boardFixture } from '../../../../../../../tests/kit/board-fixture.js';
import { columnPixels } from '../axis.js';
import { buildRows, layoutRows } from '../layout.js';
import type { BoardPicture } from './board-picture.js';
import { paintClosed } from './paint-closed.js';
import type { Surface } from './surface.js';

const model = boardFixture({ agentCount: 2, teamCount: 1 });
const rows = buildRows(model, {
  groupBy: 'team',
  sort: 'name',
  text: '',
  teamIds: [],
  onlyBreaches: false,
  folded: new Set(),
  day: 0,
  breachCounts: new Map(),
  groupOrder: [],
  pinned: new Set(),
  compareText: (a, b) => a.localeCompare(b),
});

function painted(closed: BoardPicture['closed']): number[][] {
  const calls: number[][] = [];
  const surface = { fillRect: (...rect: number[]) => calls.push(rect), fillStyle: '' };
  const axis = {
    startAt: model.startAt,
    lengthMinutes: model.lengthMinutes,
    days: model.days,
    displayZone: model.zone,
    ...columnPixels('day', 960, 15),
  };
  const scene = { model, axis, layout: layoutRows(rows, { agent: 30, group: 26 }) };
  const picture = {
    ...scene,
    viewport: { left: 0, top: 0, width: 960, height: 400 },
    palette: { groupRow: '#eee' },
    closed,
  };
  paintClosed(surface as unknown as Surface, picture as unknown as BoardPicture);
  return calls;
}

describe('closed time on the board', () => {
  it('is shaded in the rows of the site it is of, cut at the edge of what is seen', () => {
    const siteId = model.agents[0]!.siteId;
    const shaded = painted(new Map([[siteId, [{ start: -60, end: 540 }]]]));
    // Two agents of one site below the row of their team, from the left edge until 9:00.
    expect(shaded.map(([x, y, , height]) => [x, y, height])).toEqual([
      [0, 26, 30],
      [0, 56, 30],
    ]);
    expect(shaded[0]![2]).toBeGreaterThan(100);
    expect(painted(new Map([['another site', [{ start: 0, end: 540 }]]]))).toEqual([]);
  });

  it('is nowhere while nobody knows it', () => {
    expect(painted(undefined)).toEqual([]);
  });
});
