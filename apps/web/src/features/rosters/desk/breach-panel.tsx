import { CircleAlert, TriangleAlert } from 'lucide-react';
import { formatDate } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { dayOf } from '../board/index.js';
import { useDesk, useDeskState } from './desk-context.js';
import { allBreaches, shown } from './desk-state.js';
import type { DeskBreach } from './judge.js';

/** Most breaches listed at once; the rest are counted, and shown as the first are cured. */
const SHOWN_BREACHES = 60;

/** What breaks a rule now: must first, then prefer; Show goes to the place. */
export function BreachPanel() {
  const findings = useDeskState((state) => shown(state).findings);
  const judged = useDeskState((state) => state.judged);
  const breaches = allBreaches(findings);
  const must = breaches.filter((breach) => breach.level === 'must');
  const prefer = breaches.filter((breach) => breach.level === 'prefer');
  if (breaches.length === 0)
    return <p className="b-quiet b-panel-note">{t(judged ? 'board.noBreaches' : 'board.checking')}</p>;
  const listedMust = must.slice(0, SHOWN_BREACHES);
  const listedPrefer = prefer.slice(0, SHOWN_BREACHES - listedMust.length);
  const left = breaches.length - listedMust.length - listedPrefer.length;
  return (
    <>
      <BreachList title={t('board.mustRules')} breaches={listedMust} count={must.length} />
      <BreachList title={t('board.preferRules')} breaches={listedPrefer} count={prefer.length} />
      {left > 0 ? <p className="b-quiet b-panel-note">{t('board.moreBreaches', { count: left })}</p> : null}
    </>
  );
}

function BreachList({
  title,
  breaches,
  count,
}: {
  readonly title: string;
  readonly breaches: readonly DeskBreach[];
  readonly count: number;
}) {
  if (breaches.length === 0) return null;
  return (
    <section>
      <h3 className="b-list-head">
        {title} <span className="b-count">{count}</span>
      </h3>
      <ul className="b-breaches">
        {breaches.map((breach, index) => (
          <BreachItem key={`${breach.ruleId}-${breach.agent}-${breach.at}-${index}`} breach={breach} />
        ))}
      </ul>
    </section>
  );
}

function BreachItem({ breach }: { readonly breach: DeskBreach }) {
  const { acts } = useDesk();
  const model = useDeskState((state) => state.model);
  const must = breach.level === 'must';
  const Icon = must ? CircleAlert : TriangleAlert;
  return (
    <li className="b-breach">
      <Icon
        className={must ? 'b-must' : 'b-prefer'}
        size={18}
        strokeWidth={1.75}
        aria-label={t(must ? 'board.must' : 'board.prefer')}
      />
      <div>
        <strong>{t('board.breachTitle', { who: model.agents[breach.agent]!.name, what: local(breach.title) })}</strong>
        <p>
          {formatDate(model.days[dayOf(model, breach.at)]!.on)}: {local(breach.message)}
        </p>
        <Button onPress={() => acts.showAgentDay(breach.agent, breach.at)}>{t('board.show')}</Button>
      </div>
    </li>
  );
}
