import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarX2, CircleCheck } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { can, useViewer, type Viewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/fields.js';
import { EmptyState, ErrorState, Skeleton, SkeletonRows } from '../../../ui/states.js';
import { DecidedList } from './decided-list.js';
import {
  unusualHistoryQuery,
  useDecide,
  useUndoDecisions,
  type PicturedStretch,
  type UnusualHistory,
} from './special-days.queries.js';
import { StretchRow, type StretchOfQueue } from './stretch-row.js';
import { useListKeys } from './use-list-keys.js';

const SpanDialog = lazy(async () => ({ default: (await import('./span-dialog.js')).SpanDialog }));

type Queue = Viewer['organisation']['queues'][number];

interface Loaded {
  readonly queue: Queue;
  readonly unusual: UnusualHistory;
}

/** Choices in the list, and what is done with them. */
function useChosen(items: readonly StretchOfQueue[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const decide = useDecide();
  const of = (ids: ReadonlySet<string>) => items.filter(({ stretch }) => ids.has(stretch.id));
  const all = (action: 'suggested' | 'KEEP') => {
    const byQueue = new Map<string, PicturedStretch[]>();
    for (const { queue, stretch } of of(chosen)) byQueue.set(queue.id, [...(byQueue.get(queue.id) ?? []), stretch]);
    for (const [queueId, stretches] of byQueue)
      decide.mutate({
        queueId,
        decisions: stretches.map((stretch) => ({
          stretchId: stretch.id,
          action: action === 'KEEP' ? 'KEEP' : stretch.suggested,
          title: t(`days.kind${stretch.kind}`),
        })),
      });
    setChosen(new Set());
  };
  const choose = (id: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return { chosen: of(chosen).map(({ stretch }) => stretch.id), choose, setChosen, all, decide };
}

function BulkBar({
  items,
  state,
}: {
  readonly items: readonly StretchOfQueue[];
  readonly state: ReturnType<typeof useChosen>;
}) {
  const { chosen, setChosen, all } = state;
  const isAll = chosen.length === items.length && items.length > 0;
  return (
    <div className="y-bulk">
      <Checkbox
        isSelected={isAll}
        onChange={() => setChosen(isAll ? new Set() : new Set(items.map(({ stretch }) => stretch.id)))}
      >
        {t('days.selectAll')}
      </Checkbox>
      {chosen.length > 0 ? (
        <>
          <span className="y-quiet">{t('days.selected', { count: chosen.length })}</span>
          <Button onPress={() => all('suggested')}>{t('days.acceptSelected')}</Button>
          <Button onPress={() => all('KEEP')}>{t('days.keepSelected')}</Button>
        </>
      ) : null}
      <span className="y-quiet y-keys-hint">{t('days.keys')}</span>
    </div>
  );
}

function StretchList({ loaded, mayEdit }: { readonly loaded: readonly Loaded[]; readonly mayEdit: boolean }) {
  const items = loaded
    .flatMap(({ queue, unusual }) => unusual.stretches.map((stretch): StretchOfQueue => ({ queue, stretch })))
    .sort((a, b) => Date.parse(b.stretch.fromAt) - Date.parse(a.stretch.fromAt));
  const state = useChosen(items);
  const undo = useUndoDecisions();
  const newest = loaded
    .flatMap(({ queue, unusual }) => unusual.decided.map((decided) => ({ queueId: queue.id, decided })))
    .sort((a, b) => Date.parse(b.decided.createdAt) - Date.parse(a.decided.createdAt))[0];
  const one = (item: StretchOfQueue, action: PicturedStretch['suggested'], title?: string) =>
    state.decide.mutate({
      queueId: item.queue.id,
      decisions: [{ stretchId: item.stretch.id, action, title: title ?? t(`days.kind${item.stretch.kind}`) }],
    });
  const keys = useListKeys(items.length, (key, index) => {
    const item = items[index];
    if (!mayEdit) return;
    if (key === 'u' && newest) undo.mutate({ queueId: newest.queueId, ids: [newest.decided.id] });
    else if (key === ' ' && item) state.choose(item.stretch.id);
    else if (key === 'a' && item) one(item, item.stretch.suggested);
    else if (key === 'k' && item) one(item, 'KEEP');
  });
  const result = state.decide.data;
  return (
    <>
      {mayEdit && items.length > 0 ? <BulkBar items={items} state={state} /> : null}
      {result?.__typename === 'HistoryDecidedMeanwhile' ? (
        <p role="alert" className="y-refused">
          {t('days.meanwhile')}
        </p>
      ) : null}
      {state.decide.error ? <ErrorState error={state.decide.error} /> : null}
      <ul className="y-stretches" aria-label={t('days.unusual')} {...keys.list}>
        {items.map((item, index) => (
          <StretchRow
            key={`${item.queue.id} ${item.stretch.id}`}
            item={item}
            mayEdit={mayEdit}
            isChosen={state.chosen.includes(item.stretch.id)}
            onChoose={() => state.choose(item.stretch.id)}
            onDecide={(action, title) => one(item, action, title)}
            isPending={state.decide.isPending}
            rowProps={keys.row(index)}
            showsQueue={loaded.length > 1}
          />
        ))}
      </ul>
      <DecidedList
        items={loaded.flatMap(({ queue, unusual }) => unusual.decided.map((decided) => ({ queue, decided })))}
        mayEdit={mayEdit}
        onUndo={(queueId, id) => undo.mutate({ queueId, ids: [id] })}
      />
    </>
  );
}

function Nothing({ loaded }: { readonly loaded: readonly Loaded[] }) {
  const most = Math.max(0, ...loaded.map(({ unusual }) => unusual.historyDays));
  if (most >= 28)
    return (
      <EmptyState
        icon={<CircleCheck size={24} strokeWidth={1.75} aria-hidden />}
        title={t('days.nothingUnusual')}
        text={t('days.nothingUnusualText')}
      />
    );
  return (
    <EmptyState
      title={t('days.tooShort')}
      text={t('days.tooShortText', { have: most })}
      action={
        <Link to="/import" className="y-button y-button-primary">
          {t('days.importHistory')}
        </Link>
      }
    />
  );
}

/** What nothing flagged can be left out too, by whoever knows why. */
function ByHand({ queues, onDecided }: Pick<UnusualPanelProps, 'queues' | 'onDecided'>) {
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const all = [...viewer.organisation.queues].sort((a, b) => a.position - b.position);
  const first = queues[0] ?? all[0];
  if (!first || !can(viewer, 'demand.edit')) return null;
  return (
    <>
      <Button icon={<CalendarX2 size={14} strokeWidth={1.75} aria-hidden />} onPress={() => setOpen(true)}>
        {t('days.byHand')}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <SpanDialog {...{ queues: all, first, onDecided }} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

export interface UnusualPanelProps {
  readonly queues: readonly Queue[];
  readonly onForecast: () => void;
  /** A span of this queue was decided on by hand. */
  readonly onDecided: (queueId: string) => void;
}

/** Odd stretches of the queues' history, to be decided one by one or many at once. */
export function UnusualPanel({ queues, onForecast, onDecided }: UnusualPanelProps) {
  const viewer = useViewer();
  const answers = useQueries({ queries: queues.map(({ id }) => unusualHistoryQuery(id)) });
  const failed = answers.find(({ error }) => error);
  if (failed?.error && failed.data === undefined)
    return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (answers.some(({ isPending }) => isPending))
    return (
      <Skeleton label={t('ui.loading')}>
        <SkeletonRows rows={8} height={64} />
      </Skeleton>
    );
  const loaded = queues.flatMap((queue, index): Loaded[] => {
    const unusual = answers[index]?.data;
    return unusual ? [{ queue, unusual }] : [];
  });
  const decided = loaded.flatMap(({ unusual }) => unusual.decided);
  const changing = loaded.reduce((sum, { unusual }) => sum + unusual.changesSinceForecast, 0);
  const count = loaded.reduce((sum, { unusual }) => sum + unusual.stretches.length, 0);
  return (
    <section className="y-panel y-unusual" aria-labelledby="unusual-title">
      <div className="y-panel-head">
        <h2 id="unusual-title">{t('days.unusual')}</h2>
        <span className="y-quiet">{t('days.openCount', { count })}</span>
        <ByHand queues={queues} onDecided={onDecided} />
      </div>
      <div className="y-panel-body">
        <p className="y-quiet">{t('days.unusualIntro')}</p>
        {changing > 0 ? (
          <div className="y-reforecast" role="status">
            <span>{t('days.reforecast', { count: changing })}</span>
            {can(viewer, 'forecast.run') ? <Button onPress={onForecast}>{t('days.reforecastNow')}</Button> : null}
          </div>
        ) : null}
        {count === 0 && decided.length === 0 ? (
          <Nothing loaded={loaded} />
        ) : (
          <StretchList loaded={loaded} mayEdit={can(viewer, 'demand.edit')} />
        )}
      </div>
    </section>
  );
}
