import { useEffect } from 'react';
import { request } from '../../../graphql/client.js';
import {
  AnnouncePresenceDocument,
  LeaveScheduleDocument,
  PresenceChangedDocument,
  type PresentPlannersFieldsFragment,
} from '../../../graphql/generated/graphql.js';
import { subscribe } from '../../../graphql/subscribe.js';
import { dayOf } from '../board/index.js';
import type { DeskSession } from '../desk/desk-session.js';
import { othersHere } from './presence-store.js';

/** The server forgets a board after three missed signs. */
const SIGN_MILLIS = 10_000;
/** A selection that is only passed over is not worth telling. */
const SETTLE_MILLIS = 400;

type Cells = { agentId: string; on: string }[];

/** The selected agent-days, the cursor's among them. */
function cellsOf({ state }: DeskSession): Cells {
  const { model, selection } = state;
  const places = selection.targets.flatMap(({ agent, shiftId }) => {
    const shift = model.shifts[agent]?.find(({ id }) => id === shiftId);
    return shift ? [{ agent, day: dayOf(model, shift.start) }] : [];
  });
  if (selection.cursor) places.push({ agent: selection.cursor.agent, day: selection.cursor.day });
  const cells = places.flatMap(({ agent, day }) => {
    const [person, date] = [model.agents[agent], model.days[day]];
    return person && date ? [{ agentId: person.id, on: date.on }] : [];
  });
  return [...new Map(cells.map((cell) => [`${cell.agentId} ${cell.on}`, cell])).values()].slice(0, 50);
}

/** Says that this board is open and what is selected, and keeps {@link othersHere} as the server tells it. */
export function usePresence(session: DeskSession, scheduleId: string): void {
  useEffect(() => {
    const clientId = crypto.randomUUID();
    const show = ({ planners }: PresentPlannersFieldsFragment) =>
      othersHere.setState({ planners: planners.filter((one) => one.clientId !== clientId) });
    let cells: Cells = [];
    // A lost sign is made good by the next; presence must never stand in the way of the board.
    const announce = () =>
      void request(AnnouncePresenceDocument, { scheduleId, clientId, cells }).then(
        ({ announcePresence }) => announcePresence.__typename === 'PresentPlanners' && show(announcePresence),
        () => undefined,
      );
    let settling: ReturnType<typeof setTimeout> | undefined;
    const unfollow = session.store.subscribe((now, before) => {
      if (now.selection === before.selection) return;
      clearTimeout(settling);
      settling = setTimeout(() => {
        const next = cellsOf(session);
        if (JSON.stringify(next) === JSON.stringify(cells)) return;
        cells = next;
        announce();
      }, SETTLE_MILLIS);
    });
    const unsubscribe = subscribe(
      PresenceChangedDocument,
      { scheduleId },
      { next: ({ presenceChanged }) => show(presenceChanged), reconnected: announce },
    );
    announce();
    const signs = setInterval(announce, SIGN_MILLIS);
    const leave = () => void request(LeaveScheduleDocument, { scheduleId, clientId }).catch(() => undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      clearInterval(signs);
      clearTimeout(settling);
      unfollow();
      unsubscribe();
      leave();
      othersHere.setState({ planners: [] });
    };
  }, [session, scheduleId]);
}
