import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { EXCUSE_KINDS } from '@yotei/scheduling/adherence';
import { useState } from 'react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { formatDate, formatTimeRange } from '../../app/format/format-time.js';
import { t, tIfKnown } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  ExplainDeviationDocument,
  MyAdherenceDayDocument,
  MyAdherenceDocument,
  WithdrawExplanationDocument,
  type AdherenceFiguresPartsFragment,
  type MyAdherenceDayQuery,
  type MyAdherenceQuery,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextField } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';

type Figures = AdherenceFiguresPartsFragment;
type Mine = NonNullable<MyAdherenceQuery['myAdherence']>;
type Day = NonNullable<MyAdherenceDayQuery['myAdherenceDay']>;
type Span = Day['spans'][number];

const TONES = { PROPOSED: 'accent', APPROVED: 'good', DECLINED: 'must', WITHDRAWN: 'plain' } as const;

const minutes = (seconds: number): string => t('adherence.minutes', { count: formatNumber(Math.round(seconds / 60)) });
const kindOf = (kind: string): string => tIfKnown(`adherence.kind-${kind}`, undefined, kind);

const isNotRecorded = ({ adherenceFraction, conformanceKind, conformanceFraction }: Figures): boolean =>
  adherenceFraction === null && conformanceFraction === null && conformanceKind !== 'INFINITE';

function figuresText(figures: Figures): string {
  const { adherenceFraction, conformanceKind, conformanceFraction } = figures;
  if (isNotRecorded(figures)) return t('adherence.notRecorded');
  const share = (fraction: number | null) => (fraction === null ? '–' : formatPercent(fraction, 0));
  return t('adherence.both', {
    adherence: share(adherenceFraction),
    conformance: conformanceKind === 'INFINITE' ? '∞' : share(conformanceFraction),
  });
}

function ExplainDialog({
  span,
  zone,
  onClose,
}: {
  readonly span: Span;
  readonly zone: string;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const [kind, setKind] = useState<string>('long-contact');
  const [note, setNote] = useState('');
  const failed = () => showToast({ text: t('adherence.notSent'), tone: 'problem' });
  const send = useMutation({
    mutationFn: async () =>
      (
        await request(ExplainDeviationDocument, {
          input: { startAt: span.startAt, endAt: span.endAt, kind, note },
        })
      ).explainDeviation,
    onSuccess: ({ __typename }) => {
      if (__typename !== 'AdherenceExceptionSaved') return failed();
      showToast({ text: t('adherence.sent') });
      void client.invalidateQueries({ queryKey: ['my-adherence'] });
      onClose();
    },
    onError: failed,
  });
  return (
    <Dialog
      title={t('adherence.explainTitle', { time: formatTimeRange(span.startAt, span.endAt, zone) })}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" isDisabled={send.isPending} onPress={() => send.mutate()}>
          {t('adherence.send')}
        </Button>
      }
    >
      <div className="y-own-form">
        <p className="y-quiet">{t('adherence.explainText')}</p>
        <Select
          label={t('adherence.reason')}
          value={kind}
          options={EXCUSE_KINDS.map((id) => ({ id, text: kindOf(id) }))}
          onChange={setKind}
        />
        <TextField label={t('adherence.note')} value={note} maxLength={500} onChange={setNote} />
      </div>
    </Dialog>
  );
}

const TOLD: readonly string[] = ['out', 'explained', 'unknown'];

function DaySpans({ on }: { readonly on: string }) {
  const [explained, setExplained] = useState<Span | null>(null);
  const query = useQuery({
    queryKey: ['my-adherence', on],
    queryFn: async () => (await request(MyAdherenceDayDocument, { on })).myAdherenceDay ?? null,
  });
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={3} />}>
      {(day) => {
        const told = day?.spans.filter(({ status, activityTypeId }) => TOLD.includes(status) && activityTypeId) ?? [];
        if (!day || told.length === 0) return <p className="y-quiet">{t('adherence.nothingOut')}</p>;
        return (
          <ul className="y-own-list">
            {told.map((span) => (
              <li key={span.startAt} className="y-adherence-span">
                <span>
                  <strong>{formatTimeRange(span.startAt, span.endAt, day.zone)}</strong>{' '}
                  {tIfKnown(`adherence.status-${span.status}`, undefined, span.status)}
                  {span.credit ? (
                    <span className="y-quiet">
                      {' '}
                      {tIfKnown(`adherence.credit-${span.credit}`, undefined, span.credit)}
                    </span>
                  ) : null}
                </span>
                {span.status === 'out' ? (
                  <Button onPress={() => setExplained(span)}>{t('adherence.explain')}</Button>
                ) : null}
              </li>
            ))}
            {explained ? <ExplainDialog span={explained} zone={day.zone} onClose={() => setExplained(null)} /> : null}
          </ul>
        );
      }}
    </QueryState>
  );
}

function DayRow({ day }: { readonly day: Mine['days'][number] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <strong>{formatDate(day.on)}</strong> {figuresText(day.figures)}{' '}
          <span className="y-quiet">
            {isNotRecorded(day.figures)
              ? null
              : t('adherence.outOf', {
                  out: minutes(day.figures.outSeconds),
                  scheduled: minutes(day.figures.scheduledSeconds),
                })}
            {day.final ? '' : ` · ${t('adherence.running')}`}
          </span>
        </summary>
        {isOpen ? <DaySpans on={day.on} /> : null}
      </details>
    </li>
  );
}

function Explanations({ mine }: { readonly mine: Mine }) {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (id: string) => request(WithdrawExplanationDocument, { id }),
    onSettled: () => client.invalidateQueries({ queryKey: ['my-adherence'] }),
  });
  if (mine.exceptions.length === 0) return null;
  return (
    <>
      <h3>{t('adherence.explanations')}</h3>
      <ul className="y-own-list">
        {mine.exceptions.map((one) => (
          <li key={one.id} className="y-adherence-span">
            <span>
              <strong>{kindOf(one.kind)}</strong> {formatTimeRange(one.startAt, one.endAt, mine.zone)}{' '}
              {one.decisionNote ? <q>{one.decisionNote}</q> : null}
            </span>
            <Chip tone={TONES[one.state]}>{t(`adherence.exception-${one.state}`)}</Chip>
            {one.state === 'PROPOSED' ? (
              <Button kind="quiet" isDisabled={withdraw.isPending} onPress={() => withdraw.mutate(one.id)}>
                {t('adherence.withdraw')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The reader's own last weeks: adherence and conformance together, what counts against them, and a way to explain it. */
export function MyAdherencePanel() {
  const query = useQuery({
    queryKey: ['my-adherence'],
    queryFn: async () => (await request(MyAdherenceDocument)).myAdherence ?? null,
  });
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={4} />}>
      {(mine) =>
        mine ? (
          <section className="y-panel y-own-panel" aria-labelledby="own-adherence">
            <h2 id="own-adherence">{t('adherence.mine')}</h2>
            <p className="y-quiet">{t('adherence.mineText')}</p>
            {mine.days.length === 0 ? (
              <p className="y-quiet">{t('adherence.none')}</p>
            ) : (
              <>
                <p>
                  <strong>{figuresText(mine.figures)}</strong>
                </p>
                <ul className="y-own-list">
                  {[...mine.days].reverse().map((day) => (
                    <DayRow key={day.on} day={day} />
                  ))}
                </ul>
              </>
            )}
            <Explanations mine={mine} />
          </section>
        ) : null
      }
    </QueryState>
  );
}
