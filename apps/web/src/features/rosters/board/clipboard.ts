import { clockLabel } from './axis.js';
import { shiftsOnDay, type BoardModel, type BoardShift } from './model.js';
import { placedOf } from './tiling.js';

/** The shift as `09:00-18:00; lunch 12:30+45`, times on the schedule's clock. {@link readEntry} reads it back. */
export function formatShift(model: BoardModel, shift: BoardShift): string {
  const clock = (minute: number) => clockLabel(model.startAt, minute, model.zone);
  const parts = placedOf(shift, model.baseType).map(
    (a) => `${model.activityTypes[a.type]!.code} ${clock(a.start)}+${a.length}`,
  );
  return [`${clock(shift.start)}-${clock(shift.start + shift.length)}`, ...parts].join('; ');
}

/**
 * A table for a spreadsheet: one line an agent, one column a day, empty cells for days off. `only` leaves out the
 * shifts it does not name.
 */
export function formatTable(
  model: BoardModel,
  {
    agents,
    days,
    only,
  }: { readonly agents: readonly number[]; readonly days: readonly number[]; readonly only?: ReadonlySet<string> },
): string {
  const cell = (agent: number, day: number) =>
    shiftsOnDay(model, agent, day)
      .filter(({ id }) => !only || only.has(id))
      .map((shift) => formatShift(model, shift))
      .join(' / ');
  return agents.map((agent) => days.map((day) => cell(agent, day)).join('\t')).join('\n');
}

/** The cells of a table pasted from a spreadsheet: a row a line, a column a tab; the empty last line is none. */
export function cellsOf(text: string): string[][] {
  const lines = text.replaceAll('\r', '').replace(/\n+$/, '').split('\n');
  return lines.map((line) => line.split('\t'));
}
