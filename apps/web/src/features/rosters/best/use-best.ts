import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { request } from '../../../graphql/client.js';
import { RosterBestDocument, type RosterBestQuery } from '../../../graphql/generated/graphql.js';
import { recount, unpackShifts, type BoardModel, type BoardShift } from '../board/index.js';
import { otherDays, withDays, type OtherDay } from '../board/other-roster.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { paintOtherDays } from './best-painter.js';

/** The engine hands out a better roster at most that often. */
const LOOK_MILLIS = 2500;

type Found = NonNullable<RosterBestQuery['rosterBest']>;

/** Shifts by agent, as the board has them. */
function shiftsOf(found: Found, { activityTypes, agents }: BoardModel): BoardShift[][] {
  return unpackShifts(found.shifts, activityTypes, agents.length);
}

export function useBestQuery(scheduleId: string, isRunning: boolean) {
  return useQuery({
    queryKey: ['roster-best', scheduleId, isRunning],
    queryFn: async () => (await request(RosterBestDocument, { scheduleId })).rosterBest,
    refetchInterval: isRunning ? LOOK_MILLIS : false,
  });
}

/** Days that differ from the board, drawn over it as long as the caller is there. */
export function useOverlay(found: Found): readonly OtherDay[] {
  const { session } = useDesk();
  const model = useDeskState((state) => state.model);
  const isCounted = useDeskState((state) => state.coverage.isCounted);
  const others = useMemo(() => shiftsOf(found, session.state.model), [found, session]);
  const days = useMemo(() => otherDays(model, others), [model, others]);
  const coverage = useMemo(
    () => (isCounted ? recount(session.state.coverage, withDays(model, days)) : session.state.coverage),
    [days, model, isCounted, session],
  );
  useEffect(() => {
    session.set({ overlay: { paint: (surface, picture) => paintOtherDays(surface, picture, days), coverage } });
  }, [session, days, coverage]);
  useEffect(() => () => session.set({ overlay: null }), [session]);
  return days;
}
