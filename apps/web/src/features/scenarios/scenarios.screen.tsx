import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Split } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useLanguage } from '../../app/i18n/language.js';
import { t } from '../../app/i18n/t.js';
import { Page } from '../../app/shell/page.js';
import { ErrorState, EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { PeriodPicker } from './period-picker.js';
import { scenarioBaseQuery, scenariosQuery, type Range } from './scenarios.queries.js';
import type { ScenarioItem } from './tree/scenario-tree.model.js';
import { searchOf, useShown, type Shown } from './use-shown.js';
import './scenarios.css';

// The models of queues come with the figures, not with the page.
const Workbench = lazy(() => import('./workbench.js').then((it) => ({ default: it.Workbench })));

function NoForecast() {
  return (
    <EmptyState
      icon={<Split size={24} strokeWidth={1.75} aria-hidden />}
      title={t('scenarios.nothing')}
      text={t('scenarios.nothingText')}
      action={<Link to="/demand">{t('scenarios.toForecast')}</Link>}
    />
  );
}

function WithBase({ shown, items }: { readonly shown: Shown; readonly items: readonly ScenarioItem[] }) {
  const language = useLanguage();
  const base = useQuery(scenarioBaseQuery(shown.range, language));
  const skeleton = <SkeletonBlock height={420} />;
  return (
    <QueryState query={base} skeleton={skeleton}>
      {(found) => {
        if (found.__typename === 'ScenarioBaseMissing') return <NoForecast />;
        if (found.__typename !== 'ScenarioBaseView') return <ErrorState error={new Error(found.message)} />;
        return (
          <Suspense fallback={skeleton}>
            <Workbench
              key={`${found.fromOn}:${found.days}`}
              view={found}
              items={items}
              shown={shown}
              onRefresh={() => void base.refetch()}
            />
          </Suspense>
        );
      }}
    </QueryState>
  );
}

const NO_ITEMS: readonly ScenarioItem[] = [];

/** What happens if: a tree of scenarios, sliders that answer while they move, and scenarios side by side. */
export function ScenariosScreen() {
  const scenarios = useQuery(scenariosQuery);
  const shown = useShown(scenarios.data ?? NO_ITEMS);
  const choose = (range: Range) =>
    shown.show({ ...searchOf(range), scenario: undefined, compare: undefined, day: undefined });
  return (
    <Page
      title={t('app.scenarios')}
      layout="padded"
      toolbar={scenarios.data ? <PeriodPicker range={shown.range} onChange={choose} /> : null}
    >
      <QueryState query={scenarios} skeleton={<SkeletonBlock height={420} />}>
        {(items) => <WithBase shown={shown} items={items} />}
      </QueryState>
    </Page>
  );
}
