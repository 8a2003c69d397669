import { useInfiniteQuery } from '@tanstack/react-query';
import { formatDateTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { ScheduleEditsDocument, type ScheduleEditsQuery } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';

type Edit = ScheduleEditsQuery['scheduleEdits'][number];

const PAGE = 50;

/** Everybody's edits of the schedule, newest first. */
export function EditList() {
  const { displayZone } = useDesk();
  const { id: scheduleId, version } = useDeskState((state) => state.info);
  const query = useInfiniteQuery({
    queryKey: ['schedule-edits', scheduleId, version],
    queryFn: async ({ pageParam }) =>
      (await request(ScheduleEditsDocument, { scheduleId, beforeVersion: pageParam })).scheduleEdits,
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.length === PAGE ? page.at(-1)!.version : undefined),
  });
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={4} />}>
      {({ pages }) => {
        const edits = pages.flat();
        return (
          <>
            {edits.length === 0 ? <p className="b-quiet">{t('together.noEdits')}</p> : null}
            <ol className="tg-list">
              {edits.map((edit) => (
                <li key={edit.version}>
                  <span>
                    {prefixOf(edit)}
                    <strong>{edit.label}</strong>
                    {edit.overrideReason ? <span className="b-quiet"> “{edit.overrideReason}”</span> : null}
                  </span>
                  <span className="b-quiet">
                    {edit.isOwn ? t('together.you') : (edit.author ?? t('board.someone'))} ·{' '}
                    {formatDateTime(Date.parse(edit.at), displayZone)}
                  </span>
                </li>
              ))}
            </ol>
            {query.hasNextPage ? (
              <Button onPress={() => void query.fetchNextPage()}>{t('together.olderEdits')}</Button>
            ) : null}
          </>
        );
      }}
    </QueryState>
  );
}

function prefixOf({ undoes, redoes }: Edit) {
  if (undoes === null && redoes === null) return null;
  return <span className="b-quiet">{t(undoes === null ? 'together.isRedo' : 'together.isUndo')} · </span>;
}
