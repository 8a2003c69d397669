import { useEffect, useRef, useState } from 'react';
import type { Draft } from './draft.js';

/** Drafts of this visit by what was shown: who looks at another week and comes back finds what was begun. */
const begun = new Map<string, Draft>();

export interface DraftState {
  readonly draft: Draft;
  readonly change: (next: (below: Draft) => Draft) => void;
  /** Whether somebody still sees it. */
  readonly isShown: () => boolean;
}

/** The edits drafted on one queue and stretch of days. */
export function useDraft(key: string): DraftState {
  const [draft, setDraft] = useState<Draft>(() => begun.get(key) ?? []);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => void (shown.current = false);
  }, []);
  const change = (next: (below: Draft) => Draft) => {
    const made = next(begun.get(key) ?? []);
    begun.set(key, made);
    setDraft(made);
  };
  return { draft, change, isShown: () => shown.current };
}
