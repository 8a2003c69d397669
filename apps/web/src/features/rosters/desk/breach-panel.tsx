import { CircleAlert, TriangleAlert } from 'lucide-react';
import { memo, useMemo } from 'react';
import { formatDate } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { dayOf } from '../board/index.js';
import { useCalmState } from './calm-state.js';
import { useDesk, useDeskState } from './desk-context.js';
import { allBreaches, shown, type Findings } from './desk-state.js';
import type { DeskBreach } from './judge.js';

/** Most breaches of one rule listed at once; the rest are counted, and shown as the first are cured. */
const SHOWN_BREACHES = 25;
/** Rules with more breaches than this start folded. */
const FOLDED_FROM = 6;

/** What breaks a rule now, by rule: must first, then prefer; Show goes to the place. */
export const BreachPanel = memo(function BreachPanel() {
  const findings = useCalmState((state) => shown(state).findings);
  const judged = useDeskState((state) => state.judged);
  const [must, prefer] = useMemo(() => byLevel(findings), [findings]);
  if (must.length + prefer.length === 0)
    return (
      <>
        <p className="b-quiet b-panel-note">{t(judged ? 'board.noBreaches' : 'board.checking')}</p>
        <p className="b-quiet b-panel-note">{t('board.firstLook')}</p>
      </>
    );
  return (
    <>
      <LevelSection title={t('board.mustRules')} breaches={must} />
      <LevelSection title={t('board.preferRules')} breaches={prefer} />
    </>
  );
});

function byLevel(findings: Findings): readonly [must: readonly DeskBreach[], prefer: readonly DeskBreach[]] {
  const all = allBreaches(findings);
  return [all.filter(({ level }) => level === 'must'), all.filter(({ level }) => level === 'prefer')];
}

interface LevelSectionProps {
  readonly title: string;
  readonly breaches: readonly DeskBreach[];
}

const LevelSection = memo(function LevelSection({ title, breaches }: LevelSectionProps) {
  if (breaches.length === 0) return null;
  const byRule = new Map<string, DeskBreach[]>();
  for (const breach of breaches) byRule.set(breach.ruleId, [...(byRule.get(breach.ruleId) ?? []), breach]);
  return (
    <section>
      <h3 className="b-list-head">
        {title} <span className="b-count">{breaches.length}</span>
      </h3>
      {[...byRule].map(([ruleId, list]) => (
        <RuleGroup key={ruleId} breaches={list} />
      ))}
    </section>
  );
});

function RuleGroup({ breaches }: Omit<LevelSectionProps, 'title'>) {
  const { title, level } = breaches[0]!;
  const agents = new Set(breaches.map((breach) => breach.agent)).size;
  const Icon = level === 'must' ? CircleAlert : TriangleAlert;
  return (
    <details className="b-rule" open={breaches.length < FOLDED_FROM || level === 'must'}>
      <summary>
        <Icon
          className={level === 'must' ? 'b-must' : 'b-prefer'}
          size={18}
          strokeWidth={1.75}
          aria-label={t(level === 'must' ? 'board.must' : 'board.prefer')}
        />
        <span>
          <strong>{local(title)}</strong>
          <span className="b-quiet">{t('board.ruleCount', { count: breaches.length, agents })}</span>
        </span>
      </summary>
      <ul className="b-breaches">
        {breaches.slice(0, SHOWN_BREACHES).map((breach, index) => (
          <BreachItem key={`${breach.agent}-${breach.at}-${index}`} breach={breach} />
        ))}
      </ul>
      {breaches.length > SHOWN_BREACHES ? (
        <p className="b-quiet b-panel-note">{t('board.moreBreaches', { count: breaches.length - SHOWN_BREACHES })}</p>
      ) : null}
    </details>
  );
}

/** A breach that stays is not written again when others come and go. */
const BreachItem = memo(function BreachItem({ breach }: { readonly breach: DeskBreach }) {
  const { acts, session } = useDesk();
  // Agents and days stay while the board is open.
  const { model } = session.state;
  return (
    <li className="b-breach">
      <div>
        <strong>{model.agents[breach.agent]!.name}</strong>
        <p>
          {formatDate(model.days[dayOf(model, breach.at)]!.on)}: {local(breach.message)}
        </p>
      </div>
      <Button onPress={() => acts.showAgentDay(breach.agent, breach.at)}>{t('board.show')}</Button>
    </li>
  );
});
