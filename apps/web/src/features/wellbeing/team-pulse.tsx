import { useQuery } from '@tanstack/react-query';
import { addDays } from '@yotei/time';
import { formatNumber } from '../../app/format/format-number.js';
import { formatDateRange } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { TeamPulseDocument, type TeamPulseQuery } from '../../graphql/generated/graphql.js';

type Spread = NonNullable<TeamPulseQuery['teamPulse'][number]['energy']>;

const spreadText = ({ low, middle, high }: Spread): string =>
  t('wellbeing.pulseSpread', { low: formatNumber(low), middle: formatNumber(middle), high: formatNumber(high) });

/** What people let count of how their days were, by team: of the week before the one shown if that is not over. */
export function TeamPulsePanel({ weekOn }: { readonly weekOn: string }) {
  const found = useQuery({
    queryKey: ['team-pulse', weekOn],
    queryFn: async () => (await request(TeamPulseDocument, { weekOn })).teamPulse,
  });
  if (!found.data || found.data.length === 0) return null;
  return (
    <section className="y-panel y-wellbeing-team y-wellbeing-lower" aria-labelledby="team-pulse">
      <h2 id="team-pulse">{t('wellbeing.teamPulse')}</h2>
      <p className="y-quiet">
        {formatDateRange(weekOn, addDays(weekOn, 6))}. {t('wellbeing.teamPulseText')}
      </p>
      <div className="y-wellbeing-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('wellbeing.team')}</th>
              <th scope="col">{t('wellbeing.pulse-energy')}</th>
              <th scope="col">{t('wellbeing.pulse-support')}</th>
            </tr>
          </thead>
          <tbody>
            {found.data.map(({ teamId, teamName, energy, support }) => (
              <tr key={teamId}>
                <th scope="row">{teamName}</th>
                {energy && support ? (
                  <>
                    <td>{spreadText(energy)}</td>
                    <td>{spreadText(support)}</td>
                  </>
                ) : (
                  <td colSpan={2} className="y-quiet">
                    {t('wellbeing.pulseMasked')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
