import { useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { useCallback, useMemo } from 'react';
import { homeSite, useViewer } from '../../app/session.js';
import { thisWeek } from '../../app/shell/week-stepper.js';
import type { Range } from './scenarios.queries.js';
import { SPANS, type ScenariosSearch } from './scenarios.search.js';
import { BASE_ID } from './tree/base-id.js';
import type { ScenarioItem } from './tree/scenario-tree.model.js';

const WEEK = 7;

/** A range as the address says it. */
export const searchOf = ({ fromOn, days }: Range): Pick<ScenariosSearch, 'from' | 'days'> => ({
  from: fromOn,
  days: SPANS.find((span) => span === days),
});

/** What the address says, and the ways to say something else. A saved scenario has days of its own. */
export function useShown(items: readonly ScenarioItem[]) {
  const viewer = useViewer();
  const { zone, weekStart } = homeSite(viewer);
  const search = useSearch({ from: '/signed-in/scenarios' });
  const navigate = useNavigate({ from: '/scenarios' });
  const item = items.find(({ id }) => id === search.scenario);
  const fromOn = item?.fromOn ?? search.from ?? addDays(thisWeek(zone, weekStart), WEEK);
  const days = item?.days ?? search.days ?? WEEK;
  const range: Range = useMemo(() => ({ fromOn, days }), [fromOn, days]);
  const show = useCallback(
    (next: ScenariosSearch) => void navigate({ to: '/scenarios', search: (old) => ({ ...old, ...next }) }),
    [navigate],
  );
  const selected = item?.id ?? BASE_ID;
  return useMemo(() => ({ search, item, range, show, selected }), [search, item, range, show, selected]);
}

export type Shown = ReturnType<typeof useShown>;
