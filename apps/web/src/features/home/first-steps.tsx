import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, Circle } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { loadTexts } from '../../app/i18n/language.js';
import { t, type MessageId } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { FirstStepsDocument, type FirstStepsQuery } from '../../graphql/generated/graphql.js';

const SampleData = lazy(async () => {
  const [loaded] = await Promise.all([import('./sample-data.js'), loadTexts('sample-data')]);
  return { default: loaded.SampleData };
});

const firstStepsQuery = queryOptions({
  queryKey: ['first-steps'],
  queryFn: () => request(FirstStepsDocument),
});

interface Step {
  readonly text: MessageId;
  readonly isDone: boolean;
  readonly link: { readonly to: '/import' } | { readonly to: '/setup'; readonly part: string };
}

function stepsOf({ viewer, agents }: FirstStepsQuery): readonly Step[] {
  const { sites, queues, shiftTemplates, contracts, ruleSettings } = viewer!.organisation;
  const setup = (part: string) => ({ to: '/setup', part }) as const;
  return [
    { text: 'home.stepSites', isDone: sites.length > 0, link: setup('sites') },
    { text: 'home.stepHistory', isDone: queues.length > 0, link: { to: '/import' } },
    { text: 'home.stepTemplates', isDone: shiftTemplates.length > 0, link: setup('templates') },
    { text: 'home.stepContracts', isDone: contracts.length > 0, link: setup('contracts') },
    { text: 'home.stepAgents', isDone: agents.totalCount > 0, link: setup('agents') },
    { text: 'home.stepRules', isDone: ruleSettings.length > 0, link: setup('rules') },
  ];
}

/** What a new organisation needs before its first week, in the order that works; gone once all of it is there. Or sample data first. */
export function FirstSteps() {
  const mayEdit = can(useViewer(), 'organisation.edit');
  const { data } = useQuery({ ...firstStepsQuery, enabled: mayEdit });
  const sample = data?.sampleData;
  return (
    <>
      {data?.viewer ? <StepList steps={stepsOf(data)} /> : null}
      {sample?.mayFill || (sample && sample.state !== 'NONE') ? (
        <Suspense fallback={null}>
          <SampleData />
        </Suspense>
      ) : null}
    </>
  );
}

function StepList({ steps }: { readonly steps: readonly Step[] }) {
  if (steps.every(({ isDone }) => isDone)) return null;
  return (
    <section className="y-panel y-home-first" aria-labelledby="first-title">
      <div className="y-panel-head">
        <h2 id="first-title">{t('home.firstSteps')}</h2>
        <p className="y-quiet">{t('home.firstStepsText')}</p>
      </div>
      <ol className="y-panel-body">
        {steps.map(({ text, isDone, link }) => (
          <li key={text} data-done={isDone}>
            {isDone ? (
              <Check size={18} strokeWidth={1.75} role="img" aria-label={t('home.stepDone')} />
            ) : (
              <Circle size={18} strokeWidth={1.75} aria-hidden />
            )}
            {link.to === '/import' ? (
              <Link to="/import">{t(text)}</Link>
            ) : (
              <Link to="/setup" search={{ part: link.part }}>
                {t(text)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
