import { useMutation } from '@tanstack/react-query';
import type { LawPack } from '@yotei/scheduling/law';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDate, formatDateRange } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { ErrorState, SkeletonRows } from '../../../ui/states.js';
import { tryLaw, type LawTrial } from './law.queries.js';

/** Names shown of each parameter; the report about a person tells the rest. */
const MOST_NAMES = 8;

/** Last month's published weeks, as the law would have seen them: before it is chosen. */
export function LawTrialPanel({
  order,
  pack,
}: {
  readonly order: Parameters<typeof tryLaw>[0];
  readonly pack: LawPack;
}) {
  const trial = useMutation({ mutationFn: () => tryLaw(order) });
  return (
    <section className="su-law-trial" aria-labelledby="law-trial">
      <h3 id="law-trial">{t('setupLaw.trial')}</h3>
      <p className="su-intro">{t('setupLaw.trialIntro')}</p>
      <div>
        <Button isDisabled={trial.isPending} onPress={() => trial.mutate()}>
          {t('setupLaw.try')}
        </Button>
      </div>
      <div aria-live="polite">
        {trial.isPending ? <SkeletonRows rows={4} height={24} /> : null}
        {trial.isError ? <ErrorState error={trial.error} onRetry={() => trial.mutate()} /> : null}
        {trial.data === null ? <p>{t('setup.meanwhile')}</p> : null}
        {trial.data ? <Found trial={trial.data} pack={pack} /> : null}
      </div>
    </section>
  );
}

function Found({ trial, pack }: { readonly trial: LawTrial; readonly pack: LawPack }) {
  const titles = new Map(pack.parameters.map(({ id, title }) => [id, local(title)]));
  const lines = trial.lines.filter(({ findingCount }) => findingCount > 0);
  const missing = trial.lines.filter(({ historyMissingCount }) => historyMissingCount > 0);
  return (
    <>
      <p>
        {t('setupLaw.trialOf', {
          range: formatDateRange(trial.fromOn, trial.untilOn),
          people: formatNumber(trial.peopleCount),
          shifts: formatNumber(trial.shiftCount),
        })}
      </p>
      {lines.length === 0 ? <p>{t(trial.shiftCount > 0 ? 'setupLaw.allKept' : 'setupLaw.nothingPublished')}</p> : null}
      <ul className="su-law-found">
        {lines.map(({ parameterId, findingCount, people }) => (
          <li key={parameterId}>
            <strong>{titles.get(parameterId) ?? parameterId}</strong>{' '}
            {t('setupLaw.foundCount', { count: findingCount, people: people.length })}
            <ul>
              {people.slice(0, MOST_NAMES).map((person) => (
                <li key={person.agentId}>
                  {t('setupLaw.foundOf', {
                    name: person.name,
                    date: formatDate(person.firstOn),
                    what: local(person.first),
                  })}
                </li>
              ))}
            </ul>
            {people.length > MOST_NAMES ? (
              <p className="y-quiet">{t('setupLaw.andMore', { count: people.length - MOST_NAMES })}</p>
            ) : null}
          </li>
        ))}
      </ul>
      {trial.shiftCount > 0 && missing.length > 0 ? (
        <p className="y-quiet">
          {t('setupLaw.historyMissing', {
            titles: missing.map(({ parameterId }) => titles.get(parameterId) ?? parameterId).join(t('setup.separator')),
          })}
        </p>
      ) : null}
    </>
  );
}
