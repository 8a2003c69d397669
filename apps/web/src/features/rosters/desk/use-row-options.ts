import { useMemo } from 'react';
import { useStore } from 'zustand';
import { currentLanguage, useLanguage } from '../../../app/i18n/language.js';
import { useViewer } from '../../../app/session.js';
import type { RowOptions } from '../board/index.js';
import type { DeskSession } from './desk-session.js';
import { groupOrder } from './groups.js';
import { usePinned } from './pins.js';
import type { RosterSearch } from './roster-board.search.js';

interface RowOptionsInput {
  readonly session: DeskSession;
  readonly search: RosterSearch;
  readonly folded: ReadonlySet<string>;
  readonly loadedAt: number;
}

/** Options of the rows. Sorting looks at the board as it was when the options changed: rows do not jump under an edit. */
export function useRowOptions({ session, search, folded, loadedAt }: RowOptionsInput): RowOptions {
  const judged = useStore(session.store, (state) => state.judged);
  const viewer = useViewer();
  const language = useLanguage();
  const pinned = usePinned();
  const { text, team, breaches, group = 'team', sort, day } = search;
  return useMemo(() => {
    const { model, findings } = session.state;
    const collator = new Intl.Collator(currentLanguage());
    const index = model.days.findIndex((candidate) => candidate.on === day);
    return {
      groupBy: group,
      sort: sort ?? 'start',
      text: text ?? '',
      teamIds: team ? [team] : [],
      onlyBreaches: breaches === 'only',
      folded,
      day: Math.max(0, index),
      breachCounts: new Map([...findings].map(([agent, list]) => [agent, list.length])),
      groupOrder: groupOrder(viewer, group),
      pinned,
      compareText: collator.compare,
    };
    // `judged`, `loadedAt` and `language` stand for findings, content and order, read from the session once each.
  }, [session, text, team, breaches, group, sort, day, folded, viewer, pinned, judged, loadedAt, language]);
}
