import type { DemoCentre } from '@yotei/demo';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import type { DemoIds } from './demo-rows.mapper.js';

/** What every part of the filling works on. */
export interface DemoFilling {
  /** As the demo's planner, so that forecasts, edits and schedules have an author. */
  readonly context: RequestContext;
  readonly centre: DemoCentre;
  readonly ids: DemoIds;
  readonly seed: number;
  readonly historyWeeks: number;
  readonly today: LocalDate;
  readonly thisWeekOn: LocalDate;
  readonly report: (line: string) => void;
}
