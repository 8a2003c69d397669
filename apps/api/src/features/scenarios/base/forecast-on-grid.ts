import type { StaffingForecast } from '@yotei/scheduling/staffing';
import { intervalIndex, intervalStart, type Grid } from '@yotei/time';

const same = (a: Grid, b: Grid): boolean =>
  a.startAt === b.startAt && a.stepMinutes === b.stepMinutes && a.count === b.count;

/**
 * A forecast on a grid of the same or longer steps: contacts summed, handle time and the spread of the rate weighted by
 * contacts. Neighbours err together in the rate, so that the cv of their sum is the mean of theirs. Where the grid
 * reaches beyond the forecast, NaN. The forecast itself when it lies on the grid already.
 */
export function forecastOnGrid(forecast: StaffingForecast, grid: Grid): StaffingForecast {
  if (same(forecast.grid, grid)) return forecast;
  const empty = () => new Float64Array(grid.count).fill(Number.NaN);
  const [contacts, handled, spread] = [empty(), empty(), empty()];
  for (let i = 0; i < forecast.grid.count; i += 1) {
    const at = intervalIndex(grid, intervalStart(forecast.grid, i));
    const count = forecast.contacts[i]!;
    if (at < 0 || at >= grid.count || Number.isNaN(count)) continue;
    const cv = typeof forecast.rateCv === 'number' ? forecast.rateCv : (forecast.rateCv?.[i] ?? Number.NaN);
    add(contacts, at, count);
    add(handled, at, count === 0 ? 0 : count * forecast.averageHandleSeconds[i]!);
    add(spread, at, count === 0 ? 0 : count * cv);
  }
  const mean = (sum: number, i: number) => (contacts[i]! > 0 ? sum / contacts[i]! : Number.NaN);
  return { ...forecast, grid, contacts, averageHandleSeconds: handled.map(mean), rateCv: spread.map(mean) };
}

function add(values: Float64Array, at: number, value: number): void {
  values[at] = Number.isNaN(values[at]!) ? value : values[at]! + value;
}
