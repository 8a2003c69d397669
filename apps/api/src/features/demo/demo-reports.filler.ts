import { Injectable } from '@nestjs/common';
import { DashboardRepository, type Tile } from '../reports/index.js';
import type { DemoFilling } from './demo-filling.js';

const tile = (of: Pick<Tile, 'id' | 'kind' | 'width'> & Partial<Tile>): Tile => ({
  ...{ measureId: null, queueId: null, text: null, path: null },
  ...of,
});
const measured = (kind: Tile['kind'], measureId: string, width: number): Tile =>
  tile({ id: `${kind}-${measureId}`, kind, width, measureId });

/** For who answers for the centre: how the weeks went, by queue, and what the plan asks of people. */
const MANAGER: readonly Tile[] = [
  measured('measure', 'service-level-of-offered', 1),
  measured('measure', 'abandonment', 1),
  measured('measure', 'handle-time', 1),
  measured('measure', 'offered', 1),
  measured('chart', 'service-level-of-offered', 2),
  measured('chart', 'offered', 2),
  measured('table', 'service-level-of-offered', 2),
  measured('table', 'offered', 2),
  tile({ id: 'wellbeing', kind: 'wellbeing', width: 4 }),
];

/** For who leads the floor: the last days, and how the week is covered. */
const SUPERVISOR: readonly Tile[] = [
  measured('measure', 'offered', 1),
  measured('measure', 'service-level-of-offered', 1),
  measured('measure', 'handle-time', 1),
  tile({
    ...{ id: 'note', kind: 'text', width: 1 },
    text: '毎朝、前日の日次レポートに所見を書きます。\nEach morning: a note on the report of the day before.',
  }),
  measured('chart', 'handle-time', 2),
  measured('table', 'abandonment', 2),
  tile({ id: 'coverage', kind: 'coverage', width: 4 }),
];

/** Two dashboards to begin with, owned by nobody: whoever reads one may arrange it. */
@Injectable()
export class DemoReportsFiller {
  constructor(private readonly dashboards: DashboardRepository) {}

  async fill({ context }: DemoFilling): Promise<void> {
    const nobody = { ...context, userId: null };
    await this.dashboards.insert(nobody, {
      title: 'マネージャー (Manager)',
      sharedWith: ['admin', 'manager', 'planner'],
      period: 'last-4-weeks',
      tiles: MANAGER,
    });
    await this.dashboards.insert(nobody, {
      title: 'スーパーバイザー (Supervisor)',
      sharedWith: ['admin', 'planner', 'supervisor'],
      period: 'last-7-days',
      tiles: SUPERVISOR,
    });
  }
}
