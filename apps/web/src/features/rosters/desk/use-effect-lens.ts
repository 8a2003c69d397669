import { useEffect } from 'react';
import { useStore } from 'zustand';
import { request } from '../../../graphql/client.js';
import { BoardEffectsDocument } from '../../../graphql/generated/graphql.js';
import type { DeskSession } from './desk-session.js';
import type { JudgeInput } from './judge.js';

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Once everybody is judged, loads what tells service level, pay and wellbeing of an edit. Without it the rest works. */
export function useEffectLens(session: DeskSession, input: JudgeInput): void {
  const judged = useStore(session.store, (state) => state.judged);
  const { startsOn, data } = input;
  useEffect(() => {
    if (!judged) return;
    let isCurrent = true;
    const load = async () => {
      const [{ createLens }, answer] = await Promise.all([
        import('./effect-lens.js'),
        request(BoardEffectsDocument, { fromOn: startsOn, days: data.schedule.weeks * 7 }),
      ]);
      const { model } = session.state;
      const { lens, warm } = createLens(input, answer, model);
      for (let day = 0; day < model.days.length && isCurrent; day++) {
        warm(session.state.coverage, day);
        await pause();
      }
      if (isCurrent) session.set({ lens });
    };
    // The board judges rules and coverage without these figures; they come with the next load.
    load().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [session, judged, input, startsOn, data]);
}
