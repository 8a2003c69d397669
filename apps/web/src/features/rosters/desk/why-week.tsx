import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { formatDate } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { ExplainWeekDocument, type ExplainWeekQuery, type WishKind } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Select } from '../../../ui/fields.js';
import { useDeskState } from './desk-context.js';

type Explained = Extract<ExplainWeekQuery['explainWeek'], { __typename: 'WeekExplained' }>;
type Kind = Extract<WishKind, 'DAY_OFF' | 'DAY_ON' | 'START_BETWEEN' | 'END_BETWEEN'>;

const KINDS = ['DAY_OFF', 'DAY_ON', 'START_BETWEEN', 'END_BETWEEN'] as const satisfies readonly Kind[];
const KIND_TITLES = {
  DAY_OFF: 'explain.dayOff',
  DAY_ON: 'explain.dayOn',
  START_BETWEEN: 'explain.startBetween',
  END_BETWEEN: 'explain.endBetween',
} as const;

const minuteOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** "Why this day and not another?": a wish for the selected agent and day, answered for planner and agent. */
export function WhyWeek({ agent, day }: { readonly agent: number; readonly day: number }) {
  const model = useDeskState((state) => state.model);
  const scheduleId = useDeskState((state) => state.info.id);
  const [kind, setKind] = useState<Kind>('DAY_OFF');
  const [from, setFrom] = useState('08:00');
  const [until, setUntil] = useState('10:00');
  const agentId = model.agents[agent]!.id;
  const { on } = model.days[day]!;
  const isBetween = kind === 'START_BETWEEN' || kind === 'END_BETWEEN';
  const ask = useMutation({
    mutationFn: async () => {
      const window = isBetween ? { fromMinute: minuteOf(from), untilMinute: minuteOf(until) } : {};
      return (await request(ExplainWeekDocument, { scheduleId, wish: { agentId, kind, on, ...window } })).explainWeek;
    },
  });
  return (
    <details className="b-why-week">
      <summary>{t('explain.whyWeek')}</summary>
      <div className="b-stack">
        <Select
          label={t('explain.wish')}
          value={kind}
          options={KINDS.map((id) => ({ id, text: t(KIND_TITLES[id]) }))}
          onChange={(id) => {
            setKind(id as Kind);
            ask.reset();
          }}
        />
        {isBetween ? (
          <div className="b-two">
            <Clock label={t('explain.from')} value={from} onChange={setFrom} />
            <Clock label={t('explain.until')} value={until} onChange={setUntil} />
          </div>
        ) : null}
        <div className="b-actions">
          <Button isDisabled={ask.isPending} onPress={() => ask.mutate()}>
            {t(ask.isPending ? 'explain.working' : 'explain.ask', { day: formatDate(on) })}
          </Button>
        </div>
        <div role="status">
          {ask.isError ? <p className="b-problem">{t('explain.failed')}</p> : null}
          {ask.data?.__typename === 'WeekExplained' ? <Answer found={ask.data} /> : null}
          {ask.data && ask.data.__typename !== 'WeekExplained' ? <p className="b-problem">{ask.data.message}</p> : null}
        </div>
      </div>
    </details>
  );
}

function Clock({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="y-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="time"
        className="y-input"
        value={value}
        step={900}
        onChange={(e) => onChange(e.target.value)}
      />
    </div>
  );
}

function Answer({ found }: { readonly found: Explained }) {
  return (
    <dl className="b-answers">
      <dt>{t('explain.forPlanner')}</dt>
      <dd>{local(found.planner)}</dd>
      <dt>{t('explain.forAgent')}</dt>
      <dd>{local(found.agent)}</dd>
    </dl>
  );
}
