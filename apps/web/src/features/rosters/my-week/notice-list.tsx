import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatDateTime } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { acknowledge, useWaiting } from '../../../app/offline/to-send.js';
import { request } from '../../../graphql/client.js';
import { SeeNoticesDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { showToast } from '../../../ui/toast.js';
import type { MyWeek } from './my-week.model.js';

type Notice = MyWeek['notices'][number];

/** More would push the week off a phone's first screen. */
const SHOWN_AT_ONCE = 3;

/** Tells the server which notices stand before the reader's eyes; those need no mail any more. */
function useSeen(shown: readonly Notice[]): void {
  const ids = shown.filter(({ seenAt }) => !seenAt).map(({ id }) => id);
  const key = ids.join();
  useEffect(() => {
    if (key) void request(SeeNoticesDocument, { ids: key.split(',') }).catch(() => undefined);
  }, [key]);
}

/** What changed and is not yet acknowledged; stays on top until it is, the newest first and the others folded. */
export function NoticeList({ week }: { readonly week: MyWeek }) {
  const client = useQueryClient();
  const waiting = useWaiting();
  const acknowledging = useMutation({
    networkMode: 'always',
    mutationFn: acknowledge,
    onSuccess: (sent) => (sent ? client.invalidateQueries({ queryKey: ['my-week'] }) : undefined),
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
  const [isWhole, setWhole] = useState(false);
  const open = week.notices.filter((notice) => !notice.acknowledgedAt);
  const shown = isWhole ? open : open.slice(0, SHOWN_AT_ONCE);
  useSeen(shown);
  if (open.length === 0) return null;
  return (
    <section aria-label={t('app.notices')} className="y-notices">
      {shown.map((notice) => (
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
      {open.length > SHOWN_AT_ONCE ? (
        <Button kind="quiet" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
          {isWhole ? t('rosters.newestNotices') : t('rosters.moreNotices', { count: open.length - SHOWN_AT_ONCE })}
        </Button>
      ) : null}
    </section>
  );
}
