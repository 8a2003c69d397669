import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { t } from '../../../app/i18n/t.js';
import { sendWaiting } from '../../../app/offline/to-send.js';
import { NoticesChangedDocument } from '../../../graphql/generated/graphql.js';
import type { subscribe } from '../../../graphql/subscribe.js';
import { showToast } from '../../../ui/toast.js';

const readAgain = (client: QueryClient): void => void client.invalidateQueries({ queryKey: ['my-week'] });

function watch(client: QueryClient, listen: typeof subscribe): () => void {
  let known: number | undefined;
  return listen(
    NoticesChangedDocument,
    {},
    {
      next: ({ noticesChanged: { unseenCount } }) => {
        if (known !== undefined && unseenCount !== known) readAgain(client);
        if (known !== undefined && unseenCount > known) showToast({ text: t('rosters.newNotice') });
        known = unseenCount;
      },
      reconnected: () => readAgain(client),
    },
  );
}

/** Reads the week again the moment the reader is told something, and sends what waits once there is a network. */
export function useLiveWeek(): void {
  const client = useQueryClient();
  useEffect(() => {
    let stop = (): void => undefined;
    let isGone = false;
    // The socket is not needed to show the week, so a phone loads it after.
    void import('../../../graphql/subscribe.js').then((it) => {
      if (!isGone) stop = watch(client, it.subscribe);
    });
    const online = (): void => void sendWaiting().then(() => readAgain(client));
    void sendWaiting().then((sent) => sent && readAgain(client));
    globalThis.addEventListener('online', online);
    return () => {
      isGone = true;
      stop();
      globalThis.removeEventListener('online', online);
    };
  }, [client]);
}
