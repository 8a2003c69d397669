import { t } from '../../../app/i18n/t.js';
import {
  dayOf,
  findShift,
  removeTargets,
  rowOfAgent,
  swapShifts,
  type BoardCommand,
  type BoardModel,
  type GestureTarget,
} from '../board/index.js';
import type { BoardTool, Desk } from './desk-context.js';
import { togglePin } from './pins.js';

const OPENS: Partial<Readonly<Record<BoardCommand, BoardTool>>> = {
  type: 'type',
  assign: 'assign',
  insert: 'insert',
  'fill-week': 'fill',
};

/** Commands that open a tool or edit without being held; false when it is none of them. */
export function runBoardCommand(desk: Desk, command: BoardCommand): boolean {
  const tool = OPENS[command];
  if (tool) {
    if (desk.session.state.selection.cursor) desk.acts.openTool(tool);
    return true;
  }
  switch (command) {
    case 'select-all':
      return selectDay(desk);
    case 'swap':
      return swapSelected(desk);
    case 'fill-down':
    case 'fill-right':
      return fill(desk, command);
    case 'pin':
      return pin(desk);
    default:
      return false;
  }
}

function pin({ session }: Desk): boolean {
  const { model, selection } = session.state;
  const agent = selection.cursor && model.agents[selection.cursor.agent];
  if (!agent) return true;
  const isKept = togglePin(agent.id);
  session.set({ announcement: t(isKept ? 'board.saidPinned' : 'board.saidUnpinned', { who: agent.name }) });
  return true;
}

/** Every shift of the cursor's day in the rows shown. */
function selectDay({ session, view }: Desk): boolean {
  const { model, selection } = session.state;
  const day = selection.cursor?.day ?? 0;
  const targets = view
    .getState()
    .layout.rows.flatMap((row) =>
      row.kind === 'agent'
        ? (model.shifts[row.agent] ?? [])
            .filter((shift) => dayOf(model, shift.start) === day)
            .map((shift): GestureTarget => ({ agent: row.agent, shiftId: shift.id, activity: null }))
        : [],
    );
  session.set({
    selection: { cursor: selection.cursor, targets },
    announcement: t('board.selectedCount', { count: targets.length }),
  });
  return true;
}

/** Shifts that hold something selected, each once. */
export function selectedShifts(model: BoardModel, targets: readonly GestureTarget[]) {
  const ids = new Map(targets.map((target) => [target.shiftId, target.agent]));
  return [...ids].flatMap(([id, agent]) => findShift(model, id, agent) ?? []);
}

function swapSelected({ session }: Desk): boolean {
  const [one, other, ...more] = selectedShifts(session.state.model, session.state.selection.targets);
  if (!one || !other || more.length > 0) session.set({ announcement: t('board.swapNeedsTwo') });
  else session.commit(swapShifts(session.state.model, one, other));
  return true;
}

/** One shift asks for the days; several are filled with the first of their column or row. */
function fill({ session, view, acts }: Desk, command: 'fill-down' | 'fill-right'): boolean {
  const { model, selection } = session.state;
  const shifts = selectedShifts(model, selection.targets);
  if (shifts.length < 2) acts.openTool('fill');
  else {
    const { layout } = view.getState();
    void import('./tools/fill-selection.js').then(({ fillSelection }) =>
      session.commit(
        fillSelection(model, shifts, {
          along: command === 'fill-down' ? 'agents' : 'days',
          rowOf: (agent) => rowOfAgent(layout, agent),
          newId: () => session.newId(),
        }),
      ),
    );
  }
  return true;
}

/** Removes what is selected, as Ctrl+X does after copying. */
export function removeSelected({ session }: Desk): void {
  session.commit(removeTargets(session.state.model, session.state.selection.targets));
}
