import { useMemo, type KeyboardEvent } from 'react';
import { t } from '../../../app/i18n/t.js';
import {
  BOARD_ZOOMS,
  choose,
  commandOf,
  dayOf,
  findShift,
  moveActivities,
  moveShifts,
  NO_SELECTION,
  paintActivities,
  removeTargets,
  resizeActivity,
  resizeShifts,
  rowOfAgent,
  sameTarget,
  stepActivity,
  stepDay,
  stepOf,
  stepRow,
  swapShifts,
  toggleLock,
  type BoardCommand,
  type BoardCursor,
  type GestureTarget,
  type Proposal,
} from '../board/index.js';
import { scrollIntoBoard } from './board-scroll.js';
import { runBoardCommand } from './board-commands.js';
import { useDesk, type Desk } from './desk-context.js';
import { allBreaches, shown } from './desk-state.js';
import { targetSentence, writeLabel } from './desk-words.js';

export interface KeyScreen {
  readonly goToday: () => void;
  readonly focusFilter: () => void;
  readonly showKeys: () => void;
}

/** A move or resize held by the keyboard until Enter. */
interface Hold {
  readonly kind: 'move' | 'resize-end' | 'resize-start';
  readonly minutes: number;
  /** Rows down from the shift's own; a single whole shift goes to the agent there. */
  readonly rows: number;
}

const PAGE_ROWS = 10;

/** The board's keyboard: everything the mouse can do, one command a method. */
export class BoardKeyboard {
  private hold: Hold | null = null;
  private breachAt = -1;

  constructor(
    private readonly desk: Desk,
    private readonly screen: KeyScreen,
  ) {}

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const press = {
      key: event.key,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      shiftKey: event.shiftKey,
      altKey: event.altKey,
      isComposing: event.nativeEvent.isComposing,
    };
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, button')) return;
    const handled = this.hold ? this.held(press) : this.run(commandOf(press), press.key);
    if (handled) event.preventDefault();
  };

  /** A command by name, as from the palette. */
  readonly does = (command: BoardCommand): void => {
    this.run(command, '');
  };

  private get session() {
    return this.desk.session;
  }

  private held(press: { readonly key: string; readonly shiftKey: boolean }): boolean {
    const step = stepOf({ ...press, ctrlKey: false, metaKey: false, altKey: false });
    if (press.key === 'Enter') {
      const { pending } = this.session.state;
      this.hold = null;
      this.session.confirm();
      if (pending && pending.proposal.edits.length > 0)
        this.say(t('board.saidDone', { what: writeLabel(pending.model, pending.proposal.label) }));
      return true;
    }
    if (press.key === 'Escape') {
      this.hold = null;
      this.session.cancel();
      this.say(t('board.saidCancelled'));
      return true;
    }
    const rows = press.key === 'ArrowUp' ? -1 : press.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 && rows === 0) return press.key.startsWith('Arrow');
    const kind = this.hold!.kind === 'move' ? 'move' : press.shiftKey ? 'resize-start' : 'resize-end';
    const minutes = (kind === this.hold!.kind ? this.hold!.minutes : 0) + step * this.desk.snapMinutes;
    this.hold = { kind, minutes, rows: this.hold!.rows + rows };
    const proposal = this.heldProposal(this.hold);
    this.session.propose(proposal);
    this.sayPending();
    return true;
  }

  private heldProposal({ kind, minutes, rows }: Hold): Proposal {
    const { model } = this.session.state;
    const targets = this.heldTargets();
    const whole = targets.every((target) => target.activity === null);
    if (kind === 'move' && whole) return this.movedShifts(targets, { minutes, rows });
    if (kind === 'move') return moveActivities(model, targets, minutes);
    const resize = { edge: kind === 'resize-start' ? ('start' as const) : ('end' as const), deltaMinutes: minutes };
    return whole ? resizeShifts(model, targets, resize) : resizeActivity(model, targets[0]!, resize);
  }

  /** As under the mouse: on another agent's shift they swap, else the shift goes there. */
  private movedShifts(
    targets: readonly GestureTarget[],
    { minutes, rows }: { readonly minutes: number; readonly rows: number },
  ): Proposal {
    const { model } = this.session.state;
    const shift = findShift(model, targets[0]!.shiftId, targets[0]!.agent);
    if (rows === 0 || targets.length > 1 || !shift) return moveShifts(model, targets, { deltaMinutes: minutes });
    const own = { agent: shift.agent, day: dayOf(model, shift.start), target: null };
    const { agent } = stepRow(model, this.desk.view.getState().layout, { cursor: own, by: rows });
    const [from, until] = [shift.start + minutes, shift.start + minutes + shift.length];
    const under = (model.shifts[agent] ?? []).find((one) => one.start < until && one.start + one.length > from);
    if (under && under.id !== shift.id) return swapShifts(model, shift, under);
    const to = { agent, newId: this.session.newId() };
    return moveShifts(model, targets, { deltaMinutes: minutes, to: agent === shift.agent ? undefined : to });
  }

  /** Contact work stands for its shift, as under the mouse: it has no place of its own to move to. */
  private heldTargets(): readonly GestureTarget[] {
    const { model, selection } = this.session.state;
    const isBase = (target: GestureTarget) => {
      const shift = findShift(model, target.shiftId, target.agent);
      return target.activity === null || shift?.activities[target.activity * 3] === model.baseType;
    };
    return selection.targets.every(isBase)
      ? selection.targets.map((target) => ({ ...target, activity: null }))
      : selection.targets;
  }

  private sayPending(): void {
    const { pending, model, selection } = this.session.state;
    const target = selection.targets[0];
    if (!pending || !target) return;
    const breach = pending.newMust.length > 0 ? t('board.saidBreaches', { count: pending.newMust.length }) : '';
    this.say(
      `${targetSentence(pending.proposal.edits.length > 0 ? pending.model : model, target, this.desk.displayZone)} ${breach}`,
    );
  }

  private say(announcement: string): void {
    this.session.set({ announcement });
  }

  private run(command: BoardCommand | null, key: string): boolean {
    if (!command) return false;
    if (this.moveCursor(command)) return true;
    if (this.lookAround(command)) return true;
    // The browser's own event follows, with a clipboard that asks for no permission: see board-clipboard.ts.
    if (command === 'copy' || command === 'cut' || command === 'paste') return false;
    if (command === 'pin' || command === 'select-all') return runBoardCommand(this.desk, command);
    if (this.desk.readOnly) return false;
    return this.edit(command, key);
  }

  private cursor(): BoardCursor | null {
    const { selection } = this.session.state;
    if (selection.cursor) return selection.cursor;
    const { layout } = this.desk.view.getState();
    const first = layout.rows.find((row) => row.kind === 'agent');
    return first?.kind === 'agent' ? { agent: first.agent, day: 0, target: null } : null;
  }

  private moveCursor(command: BoardCommand): boolean {
    const cursor = this.cursor();
    if (!cursor) return false;
    const next = this.nextCursor(command, cursor);
    if (!next) return false;
    this.goTo(next, command.startsWith('extend-'));
    return true;
  }

  private nextCursor(command: BoardCommand, cursor: BoardCursor): BoardCursor | null {
    const { model } = this.session.state;
    const { layout } = this.desk.view.getState();
    const row = (by: number) => stepRow(model, layout, { cursor, by });
    switch (command) {
      case 'activity-before':
      case 'extend-before':
        return stepActivity(model, cursor, -1);
      case 'activity-after':
      case 'extend-after':
        return stepActivity(model, cursor, 1);
      case 'row-above':
      case 'extend-above':
        return row(-1);
      case 'row-below':
      case 'extend-below':
        return row(1);
      case 'day-before':
        return stepDay(model, cursor, -1);
      case 'day-after':
        return stepDay(model, cursor, 1);
      case 'first':
        return row(-layout.rows.length);
      case 'last':
        return row(layout.rows.length);
      case 'page-up':
        return row(-PAGE_ROWS);
      case 'page-down':
        return row(PAGE_ROWS);
      default:
        return null;
    }
  }

  private goTo(cursor: BoardCursor, extend: boolean): void {
    const { session, view } = this.desk;
    const { model, selection } = session.state;
    const targets = cursor.target
      ? choose(model, selection, {
          target: cursor.target,
          add: extend && !selection.targets.some((t0) => sameTarget(t0, cursor.target!)),
        }).targets
      : [];
    const old = selection.cursor;
    session.focusFollows = old?.agent !== cursor.agent || old.day !== cursor.day;
    session.set({
      selection: { cursor, targets },
      announcement: cursor.target ? targetSentence(model, cursor.target, this.desk.displayZone) : '',
    });
    const day = model.days[cursor.day]!;
    const shift = cursor.target && findShift(model, cursor.target.shiftId, cursor.target.agent);
    const start = shift?.start ?? day.start + 480;
    scrollIntoBoard(view, {
      row: rowOfAgent(view.getState().layout, cursor.agent),
      start,
      end: shift ? start + shift.length : start + 60,
    });
  }

  private lookAround(command: BoardCommand): boolean {
    switch (command) {
      case 'zoom':
        this.zoomOn();
        return true;
      case 'today':
        this.screen.goToday();
        return true;
      case 'filter':
        this.screen.focusFilter();
        return true;
      case 'all-keys':
        this.screen.showKeys();
        return true;
      case 'why-short':
        this.whyShort();
        return true;
      case 'breach-next':
        return this.toBreach(1);
      case 'breach-previous':
        return this.toBreach(-1);
      case 'edit':
        this.desk.acts.editSelection();
        return true;
      case 'cancel':
        this.session.set({ selection: { ...NO_SELECTION, cursor: this.session.state.selection.cursor }, lit: null });
        return true;
      default:
        return false;
    }
  }

  private zoomOn(): void {
    const { view, acts } = this.desk;
    acts.zoomTo(BOARD_ZOOMS[(BOARD_ZOOMS.indexOf(view.getState().zoom) + 1) % BOARD_ZOOMS.length]!);
  }

  private whyShort(): void {
    const { model, selection, lit } = this.session.state;
    const target = selection.targets[0];
    const shift = target && findShift(model, target.shiftId, target.agent);
    const activityStart = shift && target.activity !== null ? shift.activities[target.activity * 3 + 1] : shift?.start;
    const minute =
      activityStart ?? lit?.start ?? (selection.cursor ? model.days[selection.cursor.day]!.start + 720 : 720);
    this.desk.acts.openWhyShort(Math.floor(minute / model.slotMinutes));
  }

  private toBreach(by: 1 | -1): boolean {
    const breaches = allBreaches(shown(this.session.state).findings);
    if (breaches.length === 0) return true;
    this.breachAt = (this.breachAt + by + breaches.length) % breaches.length;
    const breach = breaches[this.breachAt]!;
    this.desk.acts.showAgentDay(breach.agent, breach.at);
    return true;
  }

  private edit(command: BoardCommand, key: string): boolean {
    const { session } = this;
    const { model, selection } = session.state;
    if (command === 'undo' || command === 'redo') {
      const done = command === 'undo' ? session.undo() : session.redo();
      if (done)
        this.say(
          t(command === 'undo' ? 'board.saidUndone' : 'board.saidRedone', { what: writeLabel(model, done.label) }),
        );
      return true;
    }
    if (runBoardCommand(this.desk, command)) return true;
    if (selection.targets.length === 0) return false;
    switch (command) {
      case 'move':
      case 'resize':
        this.hold = { kind: command === 'move' ? 'move' : 'resize-end', minutes: 0, rows: 0 };
        this.say(t(command === 'move' ? 'board.saidHoldMove' : 'board.saidHoldResize'));
        return true;
      case 'remove':
        session.commit(removeTargets(model, this.heldTargets()));
        return true;
      case 'lock':
        session.commit(toggleLock(model, selection.targets));
        return true;
      case 'paint':
        return this.paint(Number(key) - 1);
      default:
        return false;
    }
  }

  private paint(type: number): boolean {
    const { model, selection } = this.session.state;
    if (type >= model.activityTypes.length) return false;
    this.session.commit(paintActivities(model, selection.targets, type));
    return true;
  }
}

/** The board's keyboard, the same as long as the screen is. */
export function useBoardKeys(screen: KeyScreen): BoardKeyboard {
  const desk = useDesk();
  const { goToday, focusFilter, showKeys } = screen;
  return useMemo(
    () => new BoardKeyboard(desk, { goToday, focusFilter, showKeys }),
    [desk, goToday, focusFilter, showKeys],
  );
}
