import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  EditShiftsInput,
  EditShiftsMutation,
  ScheduleChangedSubscription,
} from '../../../graphql/generated/graphql.js';
import {
  findShift,
  followTargets,
  inverse,
  mergeServerShifts,
  openCoverage,
  pushStep,
  recount,
  redoStep,
  renameShift,
  sameWork,
  undoStep,
  type BoardDemand,
  type BoardModel,
  type BoardShift,
  type Proposal,
  type ShiftEdit,
  type UndoList,
} from '../board/index.js';
import { toBoardShift, type ScheduleInfo } from './desk-mapper.js';
import { afterEdits, initialState, judgeAgents, pendingOf, type DeskState, type LabelWriter } from './desk-state.js';
import type { DeskBreach, Judge } from './judge.js';
import { isLocalId, toShiftEditInputs } from './shift-input.js';
import { meanwhileOf, StepVersions } from './step-versions.js';

type EditAnswer = EditShiftsMutation['editShifts'];
type ServerShift = Extract<EditAnswer, { __typename: 'ShiftsEdited' }>['shifts'][number];

export interface DeskPorts {
  readonly judge: Judge;
  readonly send: (input: EditShiftsInput) => Promise<EditAnswer>;
  readonly labelOf: LabelWriter;
  /** A failure that is not a result: the edit was taken back. */
  readonly onFailure: (error: unknown) => void;
  readonly onRefused: (message: string) => void;
  readonly now: () => number;
}

interface DeskContent {
  readonly info: ScheduleInfo;
  readonly model: BoardModel;
  readonly demand: readonly BoardDemand[];
}

/** How an edit goes into the undo list: a new step, or one of its own steps walked back or forth. */
type Way =
  { readonly kind: 'new' } | { readonly kind: 'walk'; readonly list: UndoList; readonly walks: 'undoes' | 'redoes' };

/**
 * One board being edited. Edits are applied at once and sent one after another; what the server refuses is taken
 * back and shown. The state is a plain store, so canvases read it without rendering anything.
 */
export class DeskSession {
  readonly store: StoreApi<DeskState>;
  /** The keyboard moved the cursor to another cell: the focus goes there once it is on the page. */
  focusFollows = false;
  private queue: Promise<void> = Promise.resolve();
  /** Shifts with an edit on the way: what others send about them waits for our own answer. */
  private readonly inFlight = new Map<string, number>();
  private serial = 1;
  private stopped = false;

  constructor(
    content: DeskContent,
    private readonly ports: DeskPorts,
    undo: UndoList,
  ) {
    this.store = createStore<DeskState>(() => ({ ...initialState(content), undo }));
  }

  get state(): DeskState {
    return this.store.getState();
  }

  set(change: Partial<DeskState>): void {
    this.store.setState(change);
  }

  /** Breaches of an agent on a board that is only tried. */
  judgeOn(model: BoardModel, agent: number): readonly DeskBreach[] {
    return this.ports.judge(model, agent, model.shifts[agent] ?? []);
  }

  newId(): string {
    return `new-${this.ports.now().toString(36)}-${this.serial++}`;
  }

  stop(): void {
    this.stopped = true;
  }

  /** Judges every agent, a slice at a time so that the board stays live; `pause` hands the thread back. */
  async judgeAll(pause: () => Promise<void>, sliceSize = 40): Promise<void> {
    const agents = this.state.model.agents.map((_, agent) => agent);
    // The first picture comes first.
    await pause();
    await this.countAll(pause);
    for (let at = 0; at < agents.length && !this.stopped; at += sliceSize) {
      const slice = agents.slice(at, at + sliceSize);
      this.set({
        findings: judgeAgents(this.state.findings, { model: this.state.model, agents: slice, judge: this.ports.judge }),
      });
      if (at + sliceSize < agents.length) await pause();
    }
    this.set({ judged: true });
  }

  /** Counts the coverage; what an edit counts meanwhile is not counted twice. */
  private async countAll(pause: () => Promise<void>, sliceSize = 20): Promise<void> {
    for (let at = 0; at < this.state.model.agents.length && !this.stopped; at += sliceSize) {
      const { coverage, model } = this.state;
      if (coverage.isCounted) return;
      coverage.counter.countAhead(model, at, at + sliceSize);
      if (at + sliceSize < model.agents.length) await pause();
    }
    this.set({ coverage: recount(this.state.coverage, this.state.model) });
  }

  /** New content from the server, after a job or a lost connection. What is on the way stays applied by its answer. */
  load(content: DeskContent): void {
    const coverage = openCoverage(content.model, content.demand);
    this.set({ info: content.info, model: content.model, coverage, pending: null, findings: new Map(), judged: false });
  }

  /** Shows a proposal without sending it. */
  propose(proposal: Proposal): void {
    this.set({ pending: pendingOf(this.state, proposal, this.ports.judge) });
  }

  cancel(): void {
    this.set({ pending: null });
  }

  /** Sends what is pending; an empty proposal is nothing. */
  confirm(): void {
    const { pending } = this.state;
    this.set({ pending: null });
    if (pending) this.commit(pending.proposal);
  }

  commit(proposal: Proposal, overrideReason?: string): void {
    if (proposal.edits.length === 0) return;
    this.perform(proposal, { kind: 'new' }, overrideReason);
  }

  undo(): Proposal | null {
    return this.walk(undoStep(this.state.undo), 'undoes');
  }

  redo(): Proposal | null {
    return this.walk(redoStep(this.state.undo), 'redoes');
  }

  /** A step over something another planner changed since is asked about first, as a conflict. */
  private walk(
    step: { readonly step: Proposal; readonly edits: readonly ShiftEdit[]; readonly list: UndoList } | null,
    walks: 'undoes' | 'redoes',
  ): Proposal | null {
    if (!step) return null;
    const proposal = { label: step.step.label, edits: this.current(step.edits) };
    const theirs = proposal.edits.flatMap(({ before }, i) =>
      before && !sameWork(before, step.edits[i]!.before) ? [before] : [],
    );
    if (theirs.length > 0) {
      this.set({ undo: step.list, conflict: { proposal, theirs, removedIds: [], changedBy: null } });
      return null;
    }
    this.perform(proposal, { kind: 'walk', list: step.list, walks });
    return step.step;
  }

  /** Steps remember shifts as they were; the versions that count are today's. */
  private current(edits: readonly ShiftEdit[]): ShiftEdit[] {
    return edits.map(({ before, after }) => {
      const now = before && findShift(this.state.model, before.id);
      return { before: now ?? before, after: after && now ? { ...after, version: now.version } : after };
    });
  }

  private perform(proposal: Proposal, way: Way, overrideReason?: string): void {
    const before = this.state;
    const after = afterEdits(before, proposal.edits, this.ports.judge);
    const undo = way.kind === 'new' ? pushStep(before.undo, proposal) : way.list;
    const targets = followTargets(before.model, after.model, before.selection.targets);
    const cursor = before.selection.cursor && { ...before.selection.cursor, target: targets[0] ?? null };
    this.set({ ...after, undo, selection: { cursor, targets }, saving: { kind: 'saving' } });
    for (const id of idsOf(proposal.edits)) this.inFlight.set(id, (this.inFlight.get(id) ?? 0) + 1);
    this.queue = this.queue.then(() => this.deliver(proposal, way, { before: before.undo, overrideReason }));
  }

  /** Resolves when everything edited so far is answered. */
  settled(): Promise<void> {
    return this.queue;
  }

  private async deliver(
    proposal: Proposal,
    way: Way,
    more: { readonly before: UndoList; readonly overrideReason: string | undefined },
  ): Promise<void> {
    const { info, model } = this.state;
    const input: EditShiftsInput = {
      scheduleId: info.id,
      label: this.ports.labelOf(proposal.label),
      edits: toShiftEditInputs(model, this.renamed(proposal.edits)),
      ...this.steps.walkOf(proposal, way.kind === 'walk' ? way.walks : null),
      ...(more.overrideReason === undefined ? {} : { overrideReason: more.overrideReason }),
    };
    try {
      const answer = await this.ports.send(input);
      this.land(proposal);
      if (answer.__typename === 'ShiftsEdited' && way.kind === 'new') this.steps.made(proposal, answer.scheduleVersion);
      this.answered(answer, proposal);
      if (answer.__typename !== 'ShiftsEdited') this.restoreList(way, more.before);
    } catch (error) {
      this.land(proposal);
      this.takeBack(proposal);
      this.restoreList(way, more.before);
      this.ports.onFailure(error);
    }
  }

  private land(proposal: Proposal): void {
    for (const id of idsOf(proposal.edits)) {
      const left = (this.inFlight.get(id) ?? 1) - 1;
      if (left > 0) this.inFlight.set(id, left);
      else this.inFlight.delete(id);
    }
  }

  /** What can be undone and redone, as the server's log knows it. */
  takeUndo(list: Parameters<StepVersions['listOf']>[0]): void {
    this.set({ undo: this.steps.listOf(list) });
  }

  private readonly steps = new StepVersions();
  private readonly names = new Map<string, string>();

  /** Edits made before the server named a new shift go out under the name it got. */
  private renamed(edits: readonly ShiftEdit[]): ShiftEdit[] {
    const side = (shift: BoardShift | null) =>
      shift && this.names.has(shift.id) ? { ...shift, id: this.names.get(shift.id)! } : shift;
    return edits.map(({ before, after }) => ({ before: side(before), after: side(after) }));
  }

  private answered(answer: EditAnswer, proposal: Proposal): void {
    switch (answer.__typename) {
      case 'ShiftsEdited':
        this.nameNewShifts(answer.shifts, proposal);
        this.acceptVersions(answer.shifts);
        this.set({
          saving: { kind: 'saved', at: this.ports.now() },
          info: {
            ...this.state.info,
            version: answer.scheduleVersion,
            changesSincePublish: answer.changesSincePublish,
          },
        });
        return;
      case 'EditedMeanwhile': {
        this.takeBack(proposal);
        const theirs = this.boardShifts(answer.shifts);
        this.mergeTheirs(theirs, answer.removedIds);
        this.set({
          conflict: { proposal, theirs, ...meanwhileOf(answer) },
          info: { ...this.state.info, version: answer.scheduleVersion },
        });
        return;
      }
      case 'ScheduleHasBreaches':
        this.takeBack(proposal);
        this.set({ needsReason: { proposal, breaches: answer.breaches } });
        return;
      default:
        this.takeBack(proposal);
        this.ports.onRefused(answer.message);
    }
  }

  private takeBack(proposal: Proposal): void {
    this.set({
      ...afterEdits(this.state, inverse(this.renamed(proposal.edits)), this.ports.judge),
      saving: { kind: 'idle' },
    });
  }

  /** A refused step never happened; steps made since keep their place. */
  private restoreList(way: Way, before: UndoList): void {
    const { undo } = this.state;
    const last = before.done.length;
    const list = way.kind === 'new' ? { done: undo.done.filter((_, i) => i !== last), undone: undo.undone } : before;
    this.set({ undo: list });
  }

  private boardShifts(shifts: readonly ServerShift[]): BoardShift[] {
    return shifts.flatMap((shift) => toBoardShift(this.state.model, shift) ?? []);
  }

  /** New shifts get the server's id, matched by agent and start. */
  private nameNewShifts(shifts: readonly ServerShift[], proposal: Proposal): void {
    const fresh = proposal.edits.flatMap(({ before, after }) => (!before && after ? [after] : []));
    for (const server of this.boardShifts(shifts)) {
      const own = fresh.find(
        (shift) => shift.agent === server.agent && shift.start === server.start && shift.id !== server.id,
      );
      if (!own) continue;
      this.names.set(own.id, server.id);
      const { model, undo } = this.state;
      const rename = (shift: BoardShift) => (shift.id === own.id ? { ...shift, id: server.id } : shift);
      const shiftsNow = model.shifts.map((list, agent) => (agent === own.agent ? list.map(rename) : list));
      const list = renameShift(undo, own.id, server.id);
      const targets = this.state.selection.targets.map((t) =>
        t.shiftId === own.id ? { ...t, shiftId: server.id } : t,
      );
      const cursor = this.state.selection.cursor && { ...this.state.selection.cursor, target: targets[0] ?? null };
      this.set({ model: { ...model, shifts: shiftsNow }, undo: list, selection: { cursor, targets } });
    }
  }

  /** Takes over the server's versions. Where we have edited on since, our content stays on top. */
  private acceptVersions(shifts: readonly ServerShift[]): void {
    const merged = this.boardShifts(shifts).map((server) => {
      const own = findShift(this.state.model, server.id);
      return own && this.inFlight.has(server.id) ? { ...own, version: server.version } : server;
    });
    const kept = merged.filter((shift) => findShift(this.state.model, shift.id) !== null);
    this.set({ model: mergeServerShifts(this.state.model, kept, []) });
  }

  private mergeTheirs(shifts: readonly BoardShift[], removedIds: readonly string[]): void {
    const gone = removedIds.map((id) => findShift(this.state.model, id)).filter((shift) => shift !== null);
    const edits: ShiftEdit[] = [
      ...gone.map((shift) => ({ before: shift, after: null })),
      ...shifts.map((after) => ({ before: findShift(this.state.model, after.id), after })),
    ];
    const real = edits.filter(({ before, after }) => !sameWork(before, after) || before?.version !== after?.version);
    if (real.length > 0) this.set(afterEdits(this.state, real, this.ports.judge));
  }

  /** What another planner (or our own echo) changed; true when the board must be loaded again. */
  receive(change: ScheduleChangedSubscription['scheduleChanged']): boolean {
    if (change.reload) return true;
    const own = (id: string) => this.inFlight.has(id);
    // Our answer may overtake the news of an earlier edit of theirs, so each shift's own version says what is new.
    const isNews = ({ id, version }: BoardShift) => version > (findShift(this.state.model, id)?.version ?? 0);
    const added = this.boardShifts(change.shifts).filter(
      (shift) => !own(shift.id) && isNews(shift) && !this.isOwnNewShift(shift),
    );
    this.mergeTheirs(
      added,
      change.removedIds.filter((id) => !own(id)),
    );
    const version = Math.max(this.state.info.version, change.version);
    const { state, changesSincePublish } = change;
    this.set({ info: { ...this.state.info, version, state, changesSincePublish } });
    return false;
  }

  /** The echo of a shift we just made may come before the answer that names it. */
  private isOwnNewShift(shift: BoardShift): boolean {
    return (this.state.model.shifts[shift.agent] ?? []).some(
      (mine) => isLocalId(mine.id) && mine.start === shift.start,
    );
  }

  /** After EditedMeanwhile: puts our edit on top of theirs, or leaves theirs. */
  resolveConflict(keep: 'mine' | 'theirs'): void {
    const { conflict } = this.state;
    this.set({ conflict: null });
    if (!conflict || keep === 'theirs') return;
    this.commit({ label: conflict.proposal.label, edits: this.rebased(conflict.proposal.edits) });
  }

  private rebased(edits: readonly ShiftEdit[]): ShiftEdit[] {
    return edits.flatMap(({ before, after }) => {
      const now = before && findShift(this.state.model, before.id);
      if (before && !now) return after ? [{ before: null, after: { ...after, id: this.newId(), version: 0 } }] : [];
      return [{ before: now, after: after && now ? { ...after, version: now.version } : after }];
    });
  }

  /** After must breaches: sends the edit again with the written reason, or drops it. */
  giveReason(reason: string | null): void {
    const { needsReason } = this.state;
    this.set({ needsReason: null });
    if (needsReason && reason) this.commit(needsReason.proposal, reason);
  }
}

function idsOf(edits: readonly ShiftEdit[]): string[] {
  return [...new Set(edits.flatMap(({ before, after }) => [before?.id, after?.id]).filter((id) => id !== undefined))];
}
