import { dayOf, type BoardModel } from '../../board/index.js';
import { entryWords } from '../../board/entry-shift.js';
import type { CellEntry, EnterOptions } from '../../board/gestures/enter-cells.gesture.js';
import { selectedShifts } from '../board-commands.js';
import { templatesOfAgent } from '../contract-templates.js';
import type { Desk } from '../desk-context.js';

/** How texts are read on this board. With `fill`, a template of that length completes what was typed. */
export function entryOptions(
  { session, planning }: Pick<Desk, 'session' | 'planning'>,
  { verb, fill }: Pick<EnterOptions, 'verb' | 'fill'>,
): EnterOptions {
  const { model } = session.state;
  return {
    verb,
    fill,
    words: entryWords(model, planning.shiftTemplates),
    templatesOf: (agent) => templatesOfAgent(planning, model, agent),
    newId: () => session.newId(),
  };
}

/** Agents and days of what is selected, each once; the cursor's day when nothing is. */
export function selectedDays({ session }: Pick<Desk, 'session'>): readonly Omit<CellEntry, 'text'>[] {
  const { model, selection } = session.state;
  const shifts = selectedShifts(model, selection.targets);
  const { cursor } = selection;
  if (shifts.length === 0) return cursor ? [{ agent: cursor.agent, day: cursor.day }] : [];
  return unique(shifts.map((shift) => ({ agent: shift.agent, day: dayOf(model, shift.start) })));
}

function unique(days: readonly Omit<CellEntry, 'text'>[]): readonly Omit<CellEntry, 'text'>[] {
  const found = new Map(days.map((day) => [`${day.agent}/${day.day}`, day]));
  return [...found.values()];
}

/** Name and day of a cell, for messages. */
export function whoOf(model: BoardModel, agent: number): string {
  return model.agents[agent]!.name;
}
