import { useQuery } from '@tanstack/react-query';
import { addDays } from '@yotei/time';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { formatDate, formatDateRange } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { MyNumbersDocument, type MyNumbersQuery } from '../../graphql/generated/graphql.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import './my-numbers.css';

type Numbers = NonNullable<MyNumbersQuery['myNumbers']>;
type Count = Numbers['counts'][number];

const COUNTS = ['weekend', 'night', 'late', 'early', 'quick-return', 'backward-rotation'] as const;
const isKnown = (id: string): id is (typeof COUNTS)[number] => (COUNTS as readonly string[]).includes(id);

/** The bar ends a little past the larger of the own share and the team's, in steps of a tenth. */
const scaleOf = (share: number, high: number): number => Math.min(1, Math.ceil(10 * Math.max(share, high) + 0.5) / 10);

function Against({ share, team }: { readonly share: number; readonly team: NonNullable<Count['team']> }) {
  const scale = scaleOf(share, team.high);
  const percent = (value: number) => `${(100 * value) / scale}%`;
  return (
    <>
      <span className="y-numbers-bar" aria-hidden>
        <span
          className="y-numbers-team"
          style={{ insetInlineStart: percent(team.low), width: percent(Math.max(0.01 * scale, team.high - team.low)) }}
        />
        <span className="y-numbers-own" style={{ insetInlineStart: percent(share) }} />
      </span>
      <span className="y-quiet">
        {t('own.numbersTeam', {
          low: formatPercent(team.low, 0),
          high: formatPercent(team.high, 0),
          median: formatPercent(team.median, 0),
        })}
      </span>
    </>
  );
}

/** Planned minutes with hard contacts of a shift, beside the team's. */
function HardRow({ hard }: { readonly hard: NonNullable<Numbers['hard']> }) {
  const minutes = (value: number) => formatNumber(Math.round(value));
  return (
    <li className="y-numbers-row">
      <strong>{t('own.numbersHard')}</strong>
      <span>{t('own.numbersHardOf', { minutes: minutes(hard.minutesPerShift) })}</span>
      {hard.team ? (
        <span className="y-quiet">
          {t('own.numbersHardTeam', {
            low: minutes(hard.team.low),
            high: minutes(hard.team.high),
            median: minutes(hard.team.median),
          })}
        </span>
      ) : null}
      <span className="y-quiet">{t('own.numbersHardText')}</span>
    </li>
  );
}

function CountRow({ count, shifts }: { readonly count: Count; readonly shifts: number }) {
  if (!isKnown(count.id)) return null;
  const share = count.dates.length / shifts;
  return (
    <li className="y-numbers-row">
      <strong>{t(`own.numbers-${count.id}`)}</strong>
      <span>
        {t('own.numbersOf', { count: formatNumber(count.dates.length), shifts: formatNumber(shifts) })}{' '}
        <span className="y-quiet">{formatPercent(share, 0)}</span>
      </span>
      {count.team ? <Against share={share} team={count.team} /> : null}
      {count.dates.length > 0 ? (
        <details>
          <summary>{t('own.numbersDates')}</summary>
          <p className="y-quiet">{count.dates.map((on) => formatDate(on)).join(', ')}</p>
        </details>
      ) : null}
    </li>
  );
}

function Counts({ numbers }: { readonly numbers: Numbers }) {
  const { fromOn, untilOn, shiftCount, peopleCount, leastPeople, counts, hard } = numbers;
  if (shiftCount === 0) return <p className="y-quiet">{t('own.numbersNone')}</p>;
  return (
    <>
      <p className="y-quiet">
        {t('own.numbersText', {
          days: formatDateRange(fromOn, addDays(untilOn, -1)),
          shifts: formatNumber(shiftCount),
        })}
      </p>
      <ul className="y-own-list y-numbers">
        {counts.map((count) => (
          <CountRow key={count.id} count={count} shifts={shiftCount} />
        ))}
        {hard ? <HardRow hard={hard} /> : null}
      </ul>
      <p className="y-quiet">
        {peopleCount < leastPeople
          ? t('own.numbersSmall', { least: formatNumber(leastPeople) })
          : t('own.numbersPeople', { people: formatNumber(peopleCount) })}
      </p>
      <p className="y-quiet">{t('own.numbersDay')}</p>
    </>
  );
}

/** What the plan asked of the reader in the last weeks, and the team's middle half beside it. Only the reader sees it. */
export function MyNumbersPanel() {
  const numbers = useQuery({
    queryKey: ['my-numbers'],
    queryFn: async () => (await request(MyNumbersDocument)).myNumbers ?? null,
  });
  return (
    <QueryState query={numbers} skeleton={<SkeletonRows rows={4} />}>
      {(found) =>
        found ? (
          <section className="y-panel y-own-panel" aria-labelledby="own-numbers">
            <h2 id="own-numbers">{t('own.numbers')}</h2>
            <Counts numbers={found} />
          </section>
        ) : null
      }
    </QueryState>
  );
}
