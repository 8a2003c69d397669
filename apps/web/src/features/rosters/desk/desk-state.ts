import {
  applyEdits,
  EMPTY_UNDO,
  NO_SELECTION,
  openCoverage,
  recount,
  sameWork,
  worstSlot,
  agentsOf,
  type BoardDemand,
  type BoardMarks,
  type BoardModel,
  type BoardSelection,
  type BoardShift,
  type Coverage,
  type EditLabel,
  type Proposal,
  type ShiftEdit,
  type UndoList,
} from '../board/index.js';
import type { ScheduleInfo } from './desk-mapper.js';
import { effectOf, type EditEffect, type EffectLens } from './edit-effect.js';
import type { DeskBreach, Judge } from './judge.js';

/** Breaches by agent; agents without any are left out. */
export type Findings = ReadonlyMap<number, readonly DeskBreach[]>;

/** An edit under the pointer or held by the keyboard: shown and judged, not sent. */
export interface PendingEdit {
  readonly proposal: Proposal;
  /** The board that the edit was tried on. */
  readonly on: Pick<DeskState, 'model' | 'coverage' | 'findings' | 'lens'>;
  readonly model: BoardModel;
  readonly coverage: Coverage;
  readonly findings: Findings;
  /** Interval with the largest shortage among those the edit changes. */
  readonly worst: { readonly slot: number; readonly before: number; readonly after: number } | null;
  /** Must breaches that are not there without the edit. */
  readonly newMust: readonly DeskBreach[];
  readonly effect: EditEffect;
}

export interface Conflict {
  readonly proposal: Proposal;
  readonly theirs: readonly BoardShift[];
  readonly removedIds: readonly string[];
  readonly changedBy: string | null;
  /** When, and the name of the edit that came between; null when it is not known. */
  readonly changedAt?: string | null;
  readonly changedWhat?: string | null;
}

export interface ServerBreach {
  readonly title: { readonly en: string; readonly ja: string };
  readonly message: { readonly en: string; readonly ja: string };
  readonly agentId: string;
}

export type Saving =
  { readonly kind: 'idle' } | { readonly kind: 'saving' } | { readonly kind: 'saved'; readonly at: number };

/** The span of the horizon lit up on gap row, rows and chart. */
export interface LitSpan {
  readonly start: number;
  readonly end: number;
}

export interface BoardOverlay {
  readonly paint: NonNullable<BoardMarks['over']>;
  readonly coverage: Coverage;
}

export interface DeskState {
  readonly info: ScheduleInfo;
  readonly model: BoardModel;
  readonly coverage: Coverage;
  readonly findings: Findings;
  /** False while the first judgement of a large board still runs. */
  readonly judged: boolean;
  readonly selection: BoardSelection;
  readonly pending: PendingEdit | null;
  readonly undo: UndoList;
  readonly saving: Saving;
  readonly conflict: Conflict | null;
  readonly needsReason: { readonly proposal: Proposal; readonly breaches: readonly ServerBreach[] } | null;
  readonly lit: LitSpan | null;
  /** Another roster shown beside the board's: drawn over the rows, dashed in the chart. */
  readonly overlay: BoardOverlay | null;
  /** Null until forecast, pay and wishes are loaded. */
  readonly lens: EffectLens | null;
  /** A table just pasted, until it is put in or dropped. */
  readonly pasted: string | null;
  /** Said once by the live region. */
  readonly announcement: string;
}

/** The first state of a board. */
export function initialState(input: {
  readonly info: ScheduleInfo;
  readonly model: BoardModel;
  readonly demand: readonly BoardDemand[];
}): DeskState {
  return {
    info: input.info,
    model: input.model,
    coverage: openCoverage(input.model, input.demand),
    findings: new Map(),
    judged: false,
    selection: NO_SELECTION,
    pending: null,
    undo: EMPTY_UNDO,
    saving: { kind: 'idle' },
    conflict: null,
    needsReason: null,
    lit: null,
    pasted: null,
    overlay: null,
    lens: null,
    announcement: '',
  };
}

/** What is shown: the board with the pending edit, when there is one. */
export function shown(state: DeskState): Pick<DeskState, 'model' | 'coverage' | 'findings'> {
  return state.pending ?? state;
}

/** What the gap row and the chart show. */
export function coverageShown(state: DeskState): readonly unknown[] {
  return [shown(state).coverage, state.lit, state.overlay];
}

/** Model, coverage and judgement after edits; only the agents touched are judged again. */
export function afterEdits(
  state: Pick<DeskState, 'model' | 'coverage' | 'findings'>,
  edits: readonly ShiftEdit[],
  judge: Judge,
): Pick<DeskState, 'model' | 'coverage' | 'findings'> {
  const model = applyEdits(state.model, edits);
  const coverage = recount(state.coverage, model);
  return { model, coverage, findings: judgeAgents(state.findings, { model, agents: agentsOf(edits), judge }) };
}

/** The findings with some agents judged anew. */
export function judgeAgents(
  findings: Findings,
  { model, agents, judge }: { readonly model: BoardModel; readonly agents: readonly number[]; readonly judge: Judge },
): Findings {
  const next = new Map(findings);
  for (const agent of agents) {
    const breaches = judge(model, agent, model.shifts[agent] ?? []);
    if (breaches.length > 0) next.set(agent, breaches);
    else next.delete(agent);
  }
  return next;
}

/** The proposal applied to a copy and judged. */
export function pendingOf(state: DeskState, proposal: Proposal, judge: Judge): PendingEdit {
  const before = state.coverage.isCounted ? state.coverage : recount(state.coverage, state.model);
  const after = afterEdits(state, proposal.edits, judge);
  const touched = proposal.edits.flatMap((edit) => [edit.before, edit.after]).filter((shift) => shift !== null);
  const { model, coverage, findings, lens } = state;
  return {
    proposal,
    on: { model, coverage, findings, lens },
    ...after,
    effect: effectOf(proposal.edits, { before: { ...state, coverage: before }, after, lens: state.lens }),
    worst: worstSlot(before, after.coverage, touched),
    newMust: agentsOf(proposal.edits).flatMap((agent) =>
      newMustBreaches(state.findings.get(agent) ?? [], after.findings.get(agent) ?? []),
    ),
  };
}

/** Whether the very edits are pending already, tried on this board: a hand moves many times within one step of the snap. */
export function isJudged(state: DeskState, { label, edits }: Proposal): boolean {
  const { pending } = state;
  if (!pending || pending.proposal.label.verb !== label.verb) return false;
  const { on, proposal } = pending;
  if (on.model !== state.model || on.coverage !== state.coverage) return false;
  if (on.findings !== state.findings || on.lens !== state.lens) return false;
  if (proposal.edits.length !== edits.length) return false;
  return edits.every(({ before, after }, i) => {
    const old = proposal.edits[i]!;
    return before === old.before && after?.id === old.after?.id && sameWork(after, old.after);
  });
}

/** Must breaches of the second list that the first does not have, by rule. */
export function newMustBreaches(before: readonly DeskBreach[], after: readonly DeskBreach[]): DeskBreach[] {
  const had = new Map<string, number>();
  for (const breach of before) had.set(breach.ruleId, (had.get(breach.ruleId) ?? 0) + 1);
  return after.filter((breach) => {
    const left = had.get(breach.ruleId) ?? 0;
    had.set(breach.ruleId, left - 1);
    return breach.level === 'must' && left <= 0;
  });
}

/** All breaches in order of level, then agent, then time. */
export function allBreaches(findings: Findings): DeskBreach[] {
  const level = (breach: DeskBreach) => (breach.level === 'must' ? 0 : 1);
  return [...findings.values()].flat().sort((a, b) => level(a) - level(b) || a.agent - b.agent || a.at - b.at);
}

/** Words an edit label: handed in by the screen, which knows the reader's language. */
export type LabelWriter = (label: EditLabel) => string;
