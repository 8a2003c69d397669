import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { homeSite, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import {
  MakeCalendarLinkDocument,
  RevokeCalendarLinkDocument,
  type MyNoticeSettingsQuery,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { CopyButton } from '../../ui/copy-button.js';
import { showToast } from '../../ui/toast.js';

type Link = NonNullable<MyNoticeSettingsQuery['myCalendarLink']>;

function LinkState({ link }: { readonly link: Link | null }) {
  const { zone } = homeSite(useViewer());
  if (!link) return <p className="y-quiet">{t('own.noCalendarLink')}</p>;
  const readers = link.readAt
    ? t('own.calendarRead', { at: formatDateTime(link.readAt, zone), reader: link.reader ?? '' })
    : t('own.calendarUnread');
  return (
    <p className="y-quiet">
      {t('own.calendarMade', { at: formatDateTime(link.createdAt, zone) })} {readers}
    </p>
  );
}

/** The secret link for a calendar of one's own; its address is shown once. */
export function CalendarLinkPanel({ link }: { readonly link: Link | null }) {
  const client = useQueryClient();
  const [address, setAddress] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: async (isNew: boolean) => {
      if (isNew) return (await request(MakeCalendarLinkDocument)).makeCalendarLink.path;
      await request(RevokeCalendarLinkDocument);
      return null;
    },
    onSuccess: (path) => {
      setAddress(path && new URL(path, location.origin).href);
      return client.invalidateQueries({ queryKey: ['notice-settings'] });
    },
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
  return (
    <section className="y-panel y-own-panel" aria-labelledby="own-calendar">
      <h2 id="own-calendar">{t('own.calendar')}</h2>
      <p className="y-quiet">{t('own.calendarText')}</p>
      {address ? (
        <div className="y-own-group">
          <code className="y-own-address">{address}</code>
          <div className="y-own-acts">
            <CopyButton text={address} label={t('own.copyAddress')} />
            <a className="y-own-link" href={address.replace(/^https?:/, 'webcal:')}>
              {t('own.openInCalendar')}
            </a>
          </div>
          <p className="y-quiet">{t('own.shownOnce')}</p>
        </div>
      ) : (
        <LinkState link={link} />
      )}
      <div className="y-own-acts">
        <Button onPress={() => change.mutate(true)} isDisabled={change.isPending}>
          {t(link ? 'own.renewLink' : 'own.makeLink')}
        </Button>
        {link ? (
          <Button kind="danger" onPress={() => change.mutate(false)} isDisabled={change.isPending}>
            {t('own.revokeLink')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
