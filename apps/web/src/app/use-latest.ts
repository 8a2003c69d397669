import { useCallback, useRef } from 'react';

/** A function that stays the same object and runs the newest `act`, so that what it is handed to need not draw itself again. */
export function useLatest<Rest extends readonly unknown[], Result>(
  act: (...rest: Rest) => Result,
): (...rest: Rest) => Result {
  const newest = useRef(act);
  newest.current = act;
  return useCallback((...rest: Rest) => newest.current(...rest), []);
}
