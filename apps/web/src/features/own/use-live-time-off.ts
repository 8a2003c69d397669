import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { NoticesChangedDocument } from '../../graphql/generated/graphql.js';

/** Reads the reader's time off again with each notice: a place that came free, a decision, a corrected balance. */
export function useLiveTimeOff(): void {
  const client = useQueryClient();
  useEffect(() => {
    let stop = (): void => undefined;
    let isGone = false;
    const again = (): void => {
      void client.invalidateQueries({ queryKey: ['my-time-off'] });
      void client.invalidateQueries({ queryKey: ['judge-time-off'] });
    };
    // The socket is not needed to show the page, so a phone loads it after.
    void import('../../graphql/subscribe.js').then(({ subscribe }) => {
      if (!isGone) stop = subscribe(NoticesChangedDocument, {}, { next: again, reconnected: again });
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [client]);
}
