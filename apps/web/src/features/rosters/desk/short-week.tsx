import { formatNumber } from '../../../app/format/format-number.js';
import { formatDate } from '../../../app/format/format-time.js';
import { local, t, tIfKnown } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { clockLabel, dayOf, type Coverage, type QueueStaffing } from '../board/index.js';
import { useDesk, useDeskState } from './desk-context.js';
import type { RosterJob } from './roster-job.js';

/** Less of an agent than this is rounding of the requirement. */
const LEAST_SHORT = 0.5;
const LISTED = 6;

/** Neighbouring intervals in which a queue is short. */
interface ShortStretch {
  readonly queue: QueueStaffing;
  readonly from: number;
  readonly until: number;
  readonly deepest: number;
  readonly hours: number;
}

/** Where queues are short on the board, most hours first. */
function shortStretches({ queues, slotMinutes }: Coverage): ShortStretch[] {
  return queues
    .flatMap((queue) => {
      const found: ShortStretch[] = [];
      for (let slot = 0; slot < queue.short.length; slot++) {
        if (!(queue.short[slot]! >= LEAST_SHORT)) continue;
        const from = slot;
        let [deepest, sum] = [slot, 0];
        for (; queue.short[slot]! >= LEAST_SHORT; slot++) {
          sum += queue.short[slot]!;
          if (queue.short[slot]! > queue.short[deepest]!) deepest = slot;
        }
        found.push({ queue, from, until: slot, deepest, hours: (sum * slotMinutes) / 60 });
      }
      return found;
    })
    .sort((a, b) => b.hours - a.hours);
}

/** Why the engine put nobody there, by queue and instant. */
function reasonsOf({ result }: Pick<RosterJob, 'result'>): ReadonlyMap<string, string> {
  const unmet = (result as { readonly unmet?: unknown } | null)?.unmet;
  const known = (Array.isArray(unmet) ? unmet : []) as readonly { queueId: string; startAt: number; why: string }[];
  return new Map(known.map(({ queueId, startAt, why }) => [`${queueId} ${startAt}`, why]));
}

/** What is still short in the generated week and why; each opens what would mend it. */
export function ShortWeek({ job }: { readonly job: RosterJob }) {
  const { acts, displayZone, showQueue } = useDesk();
  const coverage = useDeskState((state) => state.coverage);
  const model = useDeskState((state) => state.model);
  if (!coverage.isCounted || !coverage.hasDemand) return null;
  const stretches = shortStretches(coverage);
  if (stretches.length === 0) return <p className="b-quiet">{t('rosterBest.nothingShort')}</p>;
  const reasons = reasonsOf(job);
  const clock = (slot: number) => clockLabel(model.startAt, slot * coverage.slotMinutes, displayZone);
  return (
    <section aria-label={t('rosterBest.stillShort')}>
      <h4>{t('rosterBest.stillShort')}</h4>
      <ul className="b-plain-list b-short-week">
        {stretches.slice(0, LISTED).map(({ queue, from, until, deepest, hours }) => {
          const minute = deepest * coverage.slotMinutes;
          const why = reasons.get(`${queue.queueId} ${model.startAt + minute * 60_000}`);
          const when = `${formatDate(model.days[dayOf(model, minute)]!.on)} ${clock(from)}–${clock(until)}`;
          return (
            <li key={`${queue.queueId} ${from}`}>
              <span>
                <strong>{when}</strong>
                <br />
                <span className="b-quiet">
                  {[
                    t('board.hoursValue', { hours: formatNumber(hours, 1) }),
                    local(queue.title),
                    ...(why ? [tIfKnown(`rosterBest.why_${why}`, undefined, why)] : []),
                  ].join(t('board.listSeparator'))}
                </span>
              </span>
              <Button
                aria-label={t('rosterBest.mendWhat', { when })}
                onPress={() => {
                  showQueue(queue.queueId);
                  acts.openWhyShort(deepest);
                }}
              >
                {t('rosterBest.mend')}
              </Button>
            </li>
          );
        })}
      </ul>
      {stretches.length > LISTED ? (
        <p className="b-quiet">{t('rosterBest.moreShort', { count: stretches.length - LISTED })}</p>
      ) : null}
    </section>
  );
}
