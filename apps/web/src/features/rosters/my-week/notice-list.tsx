import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { useEffect } from 'react';
import { formatDateTime } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { acknowledge, useWaiting } from '../../../app/offline/to-send.js';
import { request } from '../../../graphql/client.js';
import { SeeNoticesDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { showToast } from '../../../ui/toast.js';
import type { MyWeek } from './my-week.model.js';

type Notice = MyWeek['notices'][number];

/** Tells the server which notices stand before the reader's eyes; those need no mail any more. */
function useSeen(open: readonly Notice[]): void {
  const ids = open.filter(({ seenAt }) => !seenAt).map(({ id }) => id);
  const key = ids.join();
  useEffect(() => {
    if (key) void request(SeeNoticesDocument, { ids: key.split(',') }).catch(() => undefined);
  }, [key]);
}

/** What changed and is not yet acknowledged; stays on top until it is. */
export function NoticeList({ week }: { readonly week: MyWeek }) {
  const client = useQueryClient();
  const waiting = useWaiting();
  const acknowledging = useMutation({
    networkMode: 'always',
    mutationFn: acknowledge,
    onSuccess: (sent) => (sent ? client.invalidateQueries({ queryKey: ['my-week'] }) : undefined),
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
  const open = week.notices.filter((notice) => !notice.acknowledgedAt);
  useSeen(open);
  if (open.length === 0) return null;
  return (
    <section aria-label={t('app.notices')} className="y-notices">
      {open.map((notice) => (
        <div key={notice.id} className="y-notice">
          <Bell size={18} strokeWidth={1.75} aria-hidden />
          <div>
            <p>{local(notice.text)}</p>
            <p className="y-quiet">
              {notice.todo ? `${local(notice.todo)} ` : ''}
              {formatDateTime(notice.createdAt, week.zone)}
              {notice.path ? (
                <>
                  {' '}
                  <Link to={notice.path} className="y-notice-link">
                    {t('rosters.show')}
                  </Link>
                </>
              ) : null}
            </p>
          </div>
          {waiting.includes(notice.id) ? (
            <p className="y-quiet">{t('rosters.willBeSent')}</p>
          ) : (
            <Button onPress={() => acknowledging.mutate(notice.id)} isDisabled={acknowledging.isPending}>
              {t('rosters.acknowledge')}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
