import { layEntry, type EntryTemplate } from '../entry-shift.js';
import type { Proposal, ShiftEdit } from '../edits.js';
import { shiftsOnDay, type BoardModel } from '../model.js';
import { readEntry, type EntryProblem, type EntryWords } from '../typed-entry.js';
import { enterShift, type ShiftEntryProblem } from './shift-form.gesture.js';
import { proposalOf } from './gesture.js';
import { applyEdits } from '../edits.js';

/** One agent and day, and the text that is to be there. */
export interface CellEntry {
  readonly agent: number;
  readonly day: number;
  readonly text: string;
}

export interface CellProblem extends CellEntry {
  readonly problem: EntryProblem | ShiftEntryProblem | 'locked';
  /** The part of the text that could not be read; empty when it was read and cannot be. */
  readonly at: string;
}

export interface EnteredCells {
  readonly proposal: Proposal;
  /** Cells left out, each with the one reason. */
  readonly problems: readonly CellProblem[];
}

export interface EnterOptions {
  readonly verb: 'paste' | 'change' | 'fill';
  readonly words: EntryWords;
  /** Templates of the agent's contract. */
  readonly templatesOf: (agent: number) => readonly EntryTemplate[];
  /** Whether a template of that length completes what was typed. */
  readonly fill: boolean;
  readonly newId: () => string;
}

/**
 * Puts texts into agent-days: a shift in place of the day's own, `off` for none, an empty text leaves the day alone.
 * Locked days and what cannot be read or placed are left out and listed. One proposal for all of them.
 */
export function enterCells(model: BoardModel, cells: readonly CellEntry[], options: EnterOptions): EnteredCells {
  const edits: ShiftEdit[] = [];
  const problems: CellProblem[] = [];
  let now = model;
  for (const cell of cells) {
    const result = enterCell(now, cell, options);
    if ('problem' in result) problems.push({ ...cell, ...result });
    else {
      edits.push(...result.edits);
      now = applyEdits(now, result.edits);
    }
  }
  return { proposal: proposalOf(model, { verb: options.verb, what: 'shift' }, edits), problems };
}

type CellResult =
  { readonly edits: readonly ShiftEdit[] } | { readonly problem: CellProblem['problem']; readonly at: string };

function enterCell(model: BoardModel, { agent, day, text }: CellEntry, options: EnterOptions): CellResult {
  const entry = readEntry(text, options.words);
  if (entry.kind === 'empty') return { edits: [] };
  if (entry.kind === 'unreadable') return { problem: entry.problem, at: entry.at };
  const there = shiftsOnDay(model, agent, day);
  if (there.some((shift) => shift.locked)) return { problem: 'locked', at: '' };
  const [current, ...others] = there;
  const removed = others.map((shift): ShiftEdit => ({ before: shift, after: null }));
  if (entry.kind === 'off') return { edits: there.map((shift) => ({ before: shift, after: null })) };
  const laid = layEntry(model, entry.shift, { day, templates: options.templatesOf(agent), fill: options.fill });
  const result = enterShift(
    applyEdits(model, removed),
    { agent, ...laid, locked: false },
    { current: current ?? null, newId: options.newId() },
  );
  if (result.kind === 'refused') return { problem: result.problem, at: '' };
  return { edits: [...removed, ...result.proposal.edits] };
}
