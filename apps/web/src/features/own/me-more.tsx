import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '../../graphql/client.js';
import { MyNoticeSettingsDocument } from '../../graphql/generated/graphql.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { CalendarLinkPanel } from './calendar-link.js';
import { DevicesPanel } from './devices.js';
import { MyAdherencePanel } from './my-adherence.js';
import { MyNumbersPanel } from './my-numbers.js';
import { NoticeSettingsPanel } from './notice-settings.js';
import './own.css';

export const noticeSettingsQuery = queryOptions({
  queryKey: ['notice-settings'],
  queryFn: () => request(MyNoticeSettingsDocument),
});

/** What the plan asked of me, how I am told of things, on which devices, and the link for my own calendar. */
export function MeMore() {
  const settings = useQuery(noticeSettingsQuery);
  return (
    <div className="y-own">
      <MyNumbersPanel />
      <MyAdherencePanel />
      <QueryState query={settings} skeleton={<SkeletonRows rows={6} />}>
        {({ myNoticeSettings, myCalendarLink }) => (
          <>
            <NoticeSettingsPanel settings={myNoticeSettings} />
            <DevicesPanel settings={myNoticeSettings} />
            <CalendarLinkPanel link={myCalendarLink ?? null} />
          </>
        )}
      </QueryState>
    </div>
  );
}
