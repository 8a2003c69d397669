import { useMemo, useRef, type PointerEvent, type RefObject } from 'react';
import { choose, dayOf, hitTest, minuteAt, shiftsOnDay, type BoardHit } from '../board/index.js';
import { boardFrame } from './board-frame.js';
import { useDesk, type Desk } from './desk-context.js';
import { cursorFor, dragProposal, grab, targetOf, type BoardPoint, type Grab } from './drag.js';
import { GroundDrag } from './ground-drag.js';
import { isJudged, shown } from './desk-state.js';
import { isNarrow } from './narrow.js';
import { NAME_WIDTH } from './use-view.js';

/** Pixels the pointer must travel before a press becomes a drag. */
const DRAG_SLACK = 4;
const FINE_SNAP_MINUTES = 5;
const LONG_PRESS_MILLIS = 350;

/** Pixels from the scroller's edge in which a drag scrolls on, and how far a frame. */
const EDGE_ZONE = 28;
const EDGE_STEP = 14;

interface Press {
  /** A segment held, or empty ground. */
  readonly held: Grab | GroundDrag;
  readonly clientX: number;
  readonly clientY: number;
  dragging: boolean;
}

/** Turns pointer events on the scroller into selection and drags. One drag = one proposal at a time = one edit. */
class BoardPointer {
  private press: Press | null = null;
  private last: PointerEvent<HTMLDivElement> | null = null;
  private longPress = 0;
  /** Whether the press that ended last moved something: its click is no tap. */
  private dragged = false;

  constructor(
    private readonly desk: Desk,
    private readonly scroller: RefObject<HTMLDivElement | null>,
  ) {}

  private pointOf(event: { readonly clientX: number; readonly clientY: number }): BoardPoint {
    const element = this.scroller.current!;
    const box = element.getBoundingClientRect();
    return {
      x: event.clientX - box.left - NAME_WIDTH + element.scrollLeft,
      y: event.clientY - box.top + element.scrollTop,
    };
  }

  private hit(event: { readonly clientX: number; readonly clientY: number }): BoardHit {
    const box = this.scroller.current!.getBoundingClientRect();
    if (event.clientX - box.left < NAME_WIDTH) return { kind: 'none' };
    const { layout, axis } = this.desk.view.getState();
    const { x, y } = this.pointOf(event);
    return hitTest({ model: shown(this.desk.session.state).model, layout, axis }, x, y);
  }

  readonly down = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    this.dragged = false;
    const hit = this.hit(event);
    if (hit.kind === 'empty') this.pressGround(event, hit);
    if (hit.kind !== 'segment') return;
    const { session } = this.desk;
    const target = targetOf(hit);
    const held = grab(hit, session.state.selection, session.newId());
    const keeps = held.targets.length > 1 && !event.ctrlKey && !event.metaKey;
    if (!keeps)
      session.set({
        selection: choose(session.state.model, session.state.selection, {
          target,
          add: event.ctrlKey || event.metaKey || event.shiftKey,
        }),
      });
    if (this.desk.readOnly || hit.shift.locked) return;
    const press: Press = { held, clientX: event.clientX, clientY: event.clientY, dragging: false };
    if (event.pointerType === 'touch') {
      // A finger scrolls; only a long press picks up.
      this.longPress = window.setTimeout(() => this.pickUp(press, event), LONG_PRESS_MILLIS);
      return;
    }
    this.press = press;
  };

  private pressGround(
    event: PointerEvent<HTMLDivElement>,
    hit: { readonly agent: number; readonly minute: number },
  ): void {
    const adds = event.shiftKey;
    const draws = (event.ctrlKey || event.metaKey) && !this.desk.readOnly;
    if (!adds) this.selectDay(hit.agent, hit.minute);
    // A finger scrolls.
    if (event.pointerType === 'touch') return;
    const held = new GroundDrag(this.desk, { ...this.pointOf(event), agent: hit.agent }, { draws, adds });
    this.press = { held, clientX: event.clientX, clientY: event.clientY, dragging: false };
  }

  private pickUp(press: Press, event: PointerEvent<HTMLDivElement>): void {
    this.press = { ...press, dragging: true };
    this.scroller.current?.setPointerCapture(event.pointerId);
    this.scroller.current?.style.setProperty('touch-action', 'none');
  }

  private selectDay(agent: number, minute: number): void {
    const { session } = this.desk;
    session.set({
      selection: { cursor: { agent, day: dayOf(session.state.model, minute), target: null }, targets: [] },
    });
  }

  readonly move = (event: PointerEvent<HTMLDivElement>): void => {
    clearTimeout(this.longPress);
    if (!this.press) {
      this.scroller.current!.style.cursor = cursorFor(this.hit(event), this.desk.readOnly);
      return;
    }
    const far = Math.hypot(event.clientX - this.press.clientX, event.clientY - this.press.clientY) >= DRAG_SLACK;
    if (!this.press.dragging && !far) return;
    if (!this.press.dragging) {
      this.press.dragging = true;
      this.scroller.current!.setPointerCapture(event.pointerId);
      this.scroller.current!.classList.add('b-dragging');
    }
    this.last = event;
    boardFrame.follow(this.follow);
  };

  /** At most once a frame, however often the pointer reports. */
  private readonly follow = (): void => {
    const { press, last } = this;
    if (!press || !last) return;
    const { session, view, snapMinutes: snap } = this.desk;
    const point = this.pointOf(last);
    const snapMinutes = last.altKey ? FINE_SNAP_MINUTES : snap;
    if (press.held instanceof GroundDrag) press.held.follow(point, snapMinutes);
    else {
      const minute = minuteAt(view.getState().axis, point.x);
      const to = { point, minute, snapMinutes, copies: last.ctrlKey || last.metaKey };
      const proposal = dragProposal(session.state.model, view.getState(), { grab: press.held, to });
      if (!isJudged(session.state, proposal)) session.propose(proposal);
    }
    view.setState({ pointer: { x: last.clientX, y: last.clientY } });
    if (this.scrollAtEdge(last)) boardFrame.follow(this.follow);
  };

  /** True when the board moved under the pointer, so that there is more to follow. */
  private scrollAtEdge({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): boolean {
    const element = this.scroller.current!;
    const box = element.getBoundingClientRect();
    const towards = (at: number, low: number, high: number) =>
      at < low + EDGE_ZONE ? -EDGE_STEP : at > high - EDGE_ZONE ? EDGE_STEP : 0;
    const [right, down] = [towards(clientX, box.left + NAME_WIDTH, box.right), towards(clientY, box.top, box.bottom)];
    if (right === 0 && down === 0) return false;
    const { scrollLeft, scrollTop } = element;
    element.scrollLeft += right;
    element.scrollTop += down;
    return element.scrollLeft !== scrollLeft || element.scrollTop !== scrollTop;
  }

  readonly up = (): void => {
    clearTimeout(this.longPress);
    const dragged = this.press?.dragging ?? false;
    this.dragged = dragged;
    if (boardFrame.forget(this.follow)) this.follow();
    const held = this.release();
    if (!dragged) return;
    if (held instanceof GroundDrag) held.end();
    else this.desk.session.confirm();
  };

  readonly cancel = (): void => {
    clearTimeout(this.longPress);
    const held = this.release();
    if (held instanceof GroundDrag) held.cancel();
    else if (held) this.desk.session.cancel();
  };

  private release(): Press['held'] | null {
    const held = this.press?.held ?? null;
    boardFrame.forget(this.follow);
    this.press = null;
    this.last = null;
    this.scroller.current?.classList.remove('b-dragging');
    this.scroller.current?.style.removeProperty('touch-action');
    this.desk.view.setState({ pointer: null });
    return held;
  }

  /** Where the panel is out of sight, a tap brings what it shows over the board. */
  readonly click = (event: { readonly clientX: number; readonly clientY: number }): void => {
    if (this.dragged || !isNarrow()) return;
    const hit = this.hit(event);
    if (hit.kind === 'segment' || (hit.kind === 'empty' && this.isDayOff(hit))) this.desk.acts.openSheet();
  };

  /** A day on which the panel offers a new shift. */
  private isDayOff({ agent, minute }: { readonly agent: number; readonly minute: number }): boolean {
    const { model } = this.desk.session.state;
    return !this.desk.readOnly && shiftsOnDay(model, agent, dayOf(model, minute)).length === 0;
  }

  readonly double = (event: { readonly clientX: number; readonly clientY: number }): void => {
    const hit = this.hit(event);
    if (hit.kind === 'empty') this.selectDay(hit.agent, hit.minute);
    if (hit.kind === 'empty' || hit.kind === 'segment') this.desk.acts.editSelection();
  };

  readonly isDragging = (): boolean => this.press?.dragging ?? false;
}

/** Pointer handlers for the scroller. Escape during a drag restores what was. */
export function useBoardPointer(scroller: RefObject<HTMLDivElement | null>) {
  const desk = useDesk();
  const latest = useRef<BoardPointer | null>(null);
  return useMemo(() => {
    const pointer = new BoardPointer(desk, scroller);
    latest.current = pointer;
    return {
      onPointerDown: pointer.down,
      onPointerMove: pointer.move,
      onPointerUp: pointer.up,
      onPointerCancel: pointer.cancel,
      onClick: pointer.click,
      onDoubleClick: pointer.double,
      onKeyDownCapture: (event: { readonly key: string; stopPropagation: () => void }) => {
        if (event.key !== 'Escape' || !pointer.isDragging()) return;
        pointer.cancel();
        event.stopPropagation();
      },
    };
  }, [desk, scroller]);
}
