import { useState } from 'react';
import type { Proposal } from '../../board/index.js';
import { useDesk } from '../desk-context.js';

/** One of several proposals, tried on the board while it is chosen, and kept when it is applied. */
export function useChoice<Choice extends { readonly proposal: Proposal }>(
  onApplied: () => void,
): { readonly chosen: Choice | null; readonly choose: (one: Choice) => void; readonly apply: () => void } {
  const { session } = useDesk();
  const [chosen, setChosen] = useState<Choice | null>(null);
  return {
    chosen,
    choose: (one) => {
      setChosen(one);
      session.propose(one.proposal);
    },
    apply: () => {
      if (!chosen) return;
      session.cancel();
      session.commit(chosen.proposal);
      onApplied();
    },
  };
}
