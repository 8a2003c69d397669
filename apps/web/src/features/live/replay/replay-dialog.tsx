import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays } from '@yotei/time';
import { dateInZone } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { homeSite, type Viewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import { DayReplayDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../../ui/states.js';
import { TextField } from '../../../ui/text-field.js';
import { ReplayPlayer } from './replay-player.js';

const replayQuery = (on: string) =>
  queryOptions({
    queryKey: ['intraday', 'replay', on],
    queryFn: async () => {
      const { dayReplay } = await request(DayReplayDocument, { on });
      return dayReplay.__typename === 'DayReplay' ? dayReplay : null;
    },
  });

/** Any past day minute by minute, yesterday first. */
export function ReplayDialog({ viewer, onClose }: { readonly viewer: Viewer; readonly onClose: () => void }) {
  const today = dateInZone(Date.now(), homeSite(viewer).zone);
  const [on, setOn] = useState(addDays(today, -1));
  const query = useQuery(replayQuery(on));
  return (
    <Dialog
      title={t('intraday.replayTitle')}
      isOpen
      onClose={onClose}
      width={1040}
      footer={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      <TextField
        label={t('intraday.day')}
        type="date"
        value={on}
        onChange={(text) => /^\d{4}-\d\d-\d\d$/.test(text) && text <= today && setOn(text)}
      />
      <QueryState query={query} skeleton={<SkeletonBlock height={280} />}>
        {(replay) =>
          replay ? (
            <ReplayPlayer key={replay.on} replay={replay} />
          ) : (
            <EmptyState title={t('intraday.nothingThatDay')} text={t('intraday.nothingThatDayText')} />
          )
        }
      </QueryState>
    </Dialog>
  );
}
