import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { t } from '../../../app/i18n/t.js';
import { sendWaiting } from '../../../app/offline/to-send.js';
import { NoticesChangedDocument } from '../../../graphql/generated/graphql.js';
import { subscribe } from '../../../graphql/subscribe.js';
import { showToast } from '../../../ui/toast.js';

const readAgain = (client: QueryClient): void => void client.invalidateQueries({ queryKey: ['my-week'] });

/** Reads the week again the moment the reader is told something, and sends what waits once there is a network. */
export function useLiveWeek(): void {
  const client = useQueryClient();
  useEffect(() => {
    let known: number | undefined;
    const stop = subscribe(
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
    const online = (): void => void sendWaiting().then(() => readAgain(client));
    void sendWaiting().then((sent) => sent && readAgain(client));
    globalThis.addEventListener('online', online);
    return () => {
      stop();
      globalThis.removeEventListener('online', online);
    };
  }, [client]);
}
