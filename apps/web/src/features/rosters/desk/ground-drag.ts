import {
  drawShift,
  lassoTargets,
  minuteAt,
  snapMinute,
  type BoardSelection,
  type GestureTarget,
} from '../board/index.js';
import { templatesOfAgent } from './contract-templates.js';
import type { Desk } from './desk-context.js';
import type { BoardPoint } from './drag.js';

/** A drag that began on empty ground: a lasso around shifts, or with Ctrl a new shift drawn in the agent's row. */
export class GroundDrag {
  private readonly before: BoardSelection;

  constructor(
    private readonly desk: Desk,
    private readonly from: BoardPoint & { readonly agent: number },
    private readonly mode: { readonly draws: boolean; readonly adds: boolean },
  ) {
    this.before = desk.session.state.selection;
  }

  follow(to: BoardPoint, snapMinutes: number): void {
    if (this.mode.draws) this.draw(to, snapMinutes);
    else this.lasso(to);
  }

  /** The drawn shift is sent; a lasso has selected already. */
  end(): void {
    if (this.mode.draws) this.desk.session.confirm();
    this.desk.view.setState({ lasso: null });
  }

  cancel(): void {
    this.desk.session.cancel();
    this.desk.session.set({ selection: this.before });
    this.desk.view.setState({ lasso: null });
  }

  private draw(to: BoardPoint, snapMinutes: number): void {
    const { session, view, planning } = this.desk;
    const { axis } = view.getState();
    const minutes = [this.from.x, to.x].map((x) => snapMinute(minuteAt(axis, x), snapMinutes)).sort((a, b) => a - b);
    const { model } = session.state;
    const span = { agent: this.from.agent, start: minutes[0]!, length: minutes[1]! - minutes[0]! };
    const templates = templatesOfAgent(planning, model, this.from.agent);
    session.propose(drawShift(model, span, { templates, newId: session.newId() }));
  }

  private lasso(to: BoardPoint): void {
    const { session, view } = this.desk;
    const { layout, axis } = view.getState();
    const rect = { fromX: this.from.x, fromY: this.from.y, toX: to.x, toY: to.y };
    const found = lassoTargets({ model: session.state.model, layout, axis }, rect);
    view.setState({ lasso: rect });
    const targets = this.mode.adds ? union(this.before.targets, found) : found;
    if (isSameList(targets, session.state.selection.targets)) return;
    session.set({ selection: { cursor: this.before.cursor, targets } });
  }
}

function union(kept: readonly GestureTarget[], found: readonly GestureTarget[]): GestureTarget[] {
  const whole = kept.filter(({ activity }) => activity === null);
  const had = new Set(whole.map(({ shiftId }) => shiftId));
  return [...whole, ...found.filter(({ shiftId }) => !had.has(shiftId))];
}

function isSameList(a: readonly GestureTarget[], b: readonly GestureTarget[]): boolean {
  return a.length === b.length && a.every(({ shiftId }, i) => shiftId === b[i]!.shiftId);
}
