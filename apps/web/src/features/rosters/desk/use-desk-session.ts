import { useEffect, useMemo, useRef, useState } from 'react';
import { localDateOf } from '@yotei/time';
import { t } from '../../../app/i18n/t.js';
import { useViewer } from '../../../app/session.js';
import { request, RequestFailed } from '../../../graphql/client.js';
import { subscribe } from '../../../graphql/subscribe.js';
import { EditShiftsDocument, ScheduleChangedDocument } from '../../../graphql/generated/graphql.js';
import { showToast } from '../../../ui/toast.js';
import { EMPTY_UNDO } from '../board/index.js';
import { activityTypesOf, demandOf, toBoardModel, type PlanningData, type ScheduleBoardData } from './desk-mapper.js';
import { DeskSession } from './desk-session.js';
import { writeLabel } from './desk-words.js';
import { createJudge, type Judge } from './judge.js';
import { useEffectLens } from './use-effect-lens.js';

/** Hands the thread back between slices of the first judgement. */
const pause = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

function contentOf(data: ScheduleBoardData, types: ReturnType<typeof activityTypesOf>) {
  const model = toBoardModel(data, types);
  return { info: data.schedule, model, demand: demandOf(data, model) };
}

interface SessionInput {
  readonly data: ScheduleBoardData;
  readonly planning: PlanningData;
  readonly loadedAt: number;
  readonly reload: () => void;
}

/** The editing session of a schedule, its judge, and the live wire to the server. */
export function useDeskSession({ data, planning, loadedAt, reload }: SessionInput): {
  readonly session: DeskSession;
  readonly judge: Judge;
} {
  const viewer = useViewer();
  const types = useMemo(() => activityTypesOf(viewer), [viewer]);
  const input = useMemo(() => {
    const startsOn = localDateOf(Date.parse(data.startAt), data.schedule.zone);
    return { data, planning, types, startsOn };
  }, [data, planning, types]);
  const judge = useMemo(() => createJudge(input), [input]);
  // The session outlives a reload of its data, so it asks for the judge of the day each time.
  const judgeNow = useRef(judge);
  judgeNow.current = judge;
  const [session] = useState(() => createSession({ data, types, judge: (...args) => judgeNow.current(...args) }));
  useEffect(() => {
    if (session.loadedAt !== 0 && session.loadedAt !== loadedAt) session.desk.load(contentOf(data, types));
    session.loadedAt = loadedAt;
    void session.desk.judgeAll(pause);
  }, [session, data, types, loadedAt, judge]);
  useEffect(() => {
    const { id } = data.schedule;
    return subscribe(
      ScheduleChangedDocument,
      { scheduleId: id },
      {
        next: ({ scheduleChanged }) => session.desk.receive(scheduleChanged) && reload(),
        reconnected: reload,
      },
    );
  }, [session, data.schedule, reload]);
  useEffectLens(session.desk, input);
  return { session: session.desk, judge };
}

function createSession({
  data,
  types,
  judge,
}: {
  readonly data: ScheduleBoardData;
  readonly types: ReturnType<typeof activityTypesOf>;
  readonly judge: Judge;
}) {
  const content = contentOf(data, types);
  const desk = new DeskSession(
    content,
    {
      judge,
      send: async (input) => (await request(EditShiftsDocument, { input })).editShifts,
      labelOf: (label) => writeLabel(content.model, label),
      onFailure: (error) => {
        const code = error instanceof RequestFailed ? (error.correlationId ?? error.code) : '';
        showToast({ text: t('board.saveFailed', { code }), tone: 'problem' });
      },
      onRefused: (message) => showToast({ text: t('board.saveRefused', { message }), tone: 'problem' }),
      now: () => Date.now(),
    },
    // The server's log fills it; see together/undo-log.ts.
    EMPTY_UNDO,
  );
  return { desk, loadedAt: 0 };
}
