import { useEffect, useState } from 'react';

/** The time now, drawn anew every `everyMillis` and when the page is shown again. */
export function useNow(everyMillis = 15_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, everyMillis);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMillis]);
  return now;
}
