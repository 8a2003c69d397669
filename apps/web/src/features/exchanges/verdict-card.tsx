import { CircleCheck, CircleX, UserRoundCheck } from 'lucide-react';
import { formatHours, formatNumber, formatPercent } from '../../app/format/format-number.js';
import { dateInZone, formatDate, formatTimeRange } from '../../app/format/format-time.js';
import { local, t, tIfKnown } from '../../app/i18n/t.js';
import { useViewer } from '../../app/session.js';
import { Chip } from '../../ui/chip.js';
import type { Party, Verdict } from './exchanges.queries.js';

const TONES = { green: 'good', amber: 'prefer', red: 'must' } as const;
const ICONS = { green: CircleCheck, amber: UserRoundCheck, red: CircleX } as const;
type Colour = keyof typeof TONES;

const colourOf = ({ colour }: Pick<Verdict, 'colour'>): Colour => (colour in TONES ? (colour as Colour) : 'red');

/** Green, amber or red, by a sign and words. */
export function VerdictChip({ verdict }: { readonly verdict: Pick<Verdict, 'colour'> }) {
  const colour = colourOf(verdict);
  const Icon = ICONS[colour];
  return (
    <Chip tone={TONES[colour]} icon={<Icon size={14} strokeWidth={1.75} aria-hidden />}>
      {tIfKnown(`exchangeLoop.colour.${colour}`, undefined, colour)}
    </Chip>
  );
}

function Spans({ spans, zone }: { readonly spans: Party['gives']; readonly zone: string }) {
  if (spans.length === 0) return <span className="y-quiet">{t('exchangeLoop.nothingSide')}</span>;
  return spans.map(({ startAt, endAt }) => (
    <span key={startAt} className="x-span">
      {formatDate(dateInZone(startAt, zone))} {formatTimeRange(startAt, endAt, zone)}
    </span>
  ));
}

/** What each gives and takes, with hours and rest. */
export function Parties({
  verdict,
  showAnswers = false,
}: {
  readonly verdict: Verdict;
  readonly showAnswers?: boolean;
}) {
  return (
    <ul className="x-parties">
      {verdict.parties.map((party) => (
        <li key={party.agent.id} className="x-party">
          <p className="x-party-name">
            <strong>{party.isMe ? t('exchangeLoop.you') : party.agent.name}</strong>
            {showAnswers ? (
              <span className="y-quiet">
                {tIfKnown(`exchangeLoop.answer.${party.answer}`, undefined, party.answer)}
              </span>
            ) : null}
          </p>
          <dl className="x-moves">
            <dt>{t('exchangeLoop.gives')}</dt>
            <dd>
              <Spans spans={party.gives} zone={party.agent.zone} />
            </dd>
            <dt>{t('exchangeLoop.takes')}</dt>
            <dd>
              <Spans spans={party.takes} zone={party.agent.zone} />
            </dd>
          </dl>
          <Figures party={party} />
        </li>
      ))}
    </ul>
  );
}

function Figures({ party }: { readonly party: Party }) {
  const { paidMinutesBefore, paidMinutesAfter, leastRestMinutesBefore, leastRestMinutesAfter } = party;
  const rest = (minutes: number | null | undefined) => (typeof minutes === 'number' ? formatHours(minutes) : '–');
  const lines = [
    paidMinutesBefore === paidMinutesAfter
      ? null
      : t('exchangeLoop.hours', { before: formatHours(paidMinutesBefore), after: formatHours(paidMinutesAfter) }),
    leastRestMinutesBefore === leastRestMinutesAfter
      ? null
      : t('exchangeLoop.rest', { before: rest(leastRestMinutesBefore), after: rest(leastRestMinutesAfter) }),
  ].filter((line) => line !== null);
  return lines.length > 0 ? <p className="y-quiet">{lines.join(' · ')}</p> : null;
}

/** Why it is not green; names say whom a reason is about where it is somebody else. */
export function Reasons({ verdict }: { readonly verdict: Pick<Verdict, 'reasons' | 'parties'> }) {
  const about = (agentId: string | null | undefined) => {
    const party = verdict.parties.find(({ agent }) => agent.id === agentId);
    return party ? `${party.isMe ? t('exchangeLoop.you') : party.agent.name}: ` : '';
  };
  return (
    <ul className="x-reasons">
      {verdict.reasons.map((reason, i) => (
        <li key={`${reason.code} ${i}`}>
          <strong>{local(reason.title)}</strong>
          <p>
            {about(reason.agentId)}
            {local(reason.message)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What customers would notice. */
export function Effects({ verdict }: { readonly verdict: Verdict }) {
  const { queues } = useViewer().organisation;
  const nameOf = (queueId: string) => {
    const queue = queues.find(({ id }) => id === queueId);
    return queue ? local(queue.name) : queueId;
  };
  const days = verdict.serviceDays.filter(({ before, after }) => Math.abs(before - after) >= 0.0005);
  return (
    <ul className="x-effects y-quiet">
      {verdict.shortMinutesAdded >= 1 ? (
        <li>{t('exchangeLoop.short', { hours: formatNumber(verdict.shortMinutesAdded / 60, 1) })}</li>
      ) : (
        <li>{t('exchangeLoop.noEffect')}</li>
      )}
      {days.map(({ queueId, on, before, after }) => (
        <li key={`${queueId} ${on}`}>
          {t('exchangeLoop.service', {
            queue: nameOf(queueId),
            day: formatDate(on),
            before: formatPercent(before),
            after: formatPercent(after),
          })}
        </li>
      ))}
    </ul>
  );
}

const TEXT = { green: null, amber: 'exchangeLoop.amberText', red: 'exchangeLoop.redText' } as const;

/** The answer before sending: the colour, why, and what changes for each. */
export function VerdictCard({ verdict }: { readonly verdict: Verdict }) {
  const colour = colourOf(verdict);
  const others = verdict.parties.some(({ isMe }) => !isMe);
  const green = others ? t('exchangeLoop.greenAsk') : t('exchangeLoop.greenAlone');
  const text = TEXT[colour];
  return (
    <section className="x-verdict" data-colour={colour} aria-live="polite">
      <VerdictChip verdict={verdict} />
      <p>{text ? t(text) : green}</p>
      <Reasons verdict={verdict} />
      <Parties verdict={verdict} />
      {colour === 'red' ? null : <Effects verdict={verdict} />}
    </section>
  );
}
