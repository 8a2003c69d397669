import { factsOf, unsocialKindsOf } from '../../objective/index.js';
import type { UnsocialKind } from '../../roster/index.js';
import { LEAST_PEERS, peerRange } from '../peer-range.js';
import { measuredShifts } from '../person-parts.js';
import { thresholds, type PeerCounts, type PersonView, type WellbeingMeasure } from '../wellbeing-measure.js';

/** Kinds of work that are shared out; early starts are not unwelcome everywhere and are left to wishes. */
const SHARED: readonly UnsocialKind[] = ['weekend', 'night', 'late', 'holiday'];

/** Share of the person's shifts; of minutes, their number. */
const shareOf = (person: PeerCounts, kind: UnsocialKind): number =>
  person.shiftCount === 0 ? 0 : person.counts[kind] / person.shiftCount;

/** How far the own value lies above the peers' median, as a share of it; a median of nothing is taken as `least`. */
function excess(own: number, peers: readonly number[], least: number): number | null {
  const range = peerRange(peers);
  return range ? (own - range.median) / Math.max(range.median, least) : null;
}

/** Every kind's excess, by kind; `hard` where hard minutes are known of all. */
function excesses(own: PeerCounts, peers: readonly PeerCounts[]): Map<string, number> {
  const found = new Map<string, number>();
  // One shift more or less is no injustice: below it a median counts as one shift.
  const least = own.shiftCount === 0 ? 1 : 1 / own.shiftCount;
  for (const kind of SHARED) {
    const share = excess(
      shareOf(own, kind),
      peers.map((peer) => shareOf(peer, kind)),
      least,
    );
    if (share !== null) found.set(kind, share);
  }
  if (peers.every(({ hardMinutes }) => hardMinutes !== undefined)) {
    const hard = excess(
      own.hardMinutes!,
      peers.map(({ hardMinutes }) => hardMinutes!),
      60,
    );
    if (hard !== null) found.set('hard', hard);
  }
  return found;
}

/** Shifts of the period of one kind. */
function partsOf(view: PersonView, kind: string) {
  return measuredShifts(view)
    .filter((shift) =>
      (unsocialKindsOf(factsOf(shift, view.zone), view.holidays ?? new Set()) as string[]).includes(kind),
    )
    .map(({ startAt, endAt }) => ({ startAt, endAt, amount: 1 }));
}

/**
 * W12. How far the person's share of unwelcome work lies above the median of the peers of the same contract, as a share of
 * that median: the worst of weekends, nights, lates, holidays and hard contacts. Below the median is 0. Parts are the
 * shifts of the worst kind; every kind's excess stands beside the value.
 */
export const fairShare: WellbeingMeasure = {
  id: 'fair-share',
  code: 'W12',
  title: { en: 'Share of unwelcome work', ja: '負担の分かち合い' },
  meaning: {
    en: 'How much more of weekends, nights, lates, holidays or hard contacts than the middle of the peers',
    ja: '週末・夜勤・遅番・祝日・負担の大きい対応が、同じ契約の人の中央値をどれだけ上回るかです',
  },
  unit: 'share',
  partUnit: 'count',
  evidence: 'Other systems cap weekends and non-standard shifts; a quarter above the middle is ours',
  parameters: thresholds(0.25, 1, { unit: 'fraction', max: 10 }),
  lookBackDays: 0,
  measure: (view) => {
    const own = view.peers?.find(({ agentId }) => agentId === view.agentId);
    if (!own || view.peers!.length < LEAST_PEERS) return { kind: 'cannot-judge', reason: 'too-few-peers' };
    if (own.shiftCount === 0) return { kind: 'no-work' };
    const found = [...excesses(own, view.peers!)].sort((a, b) => b[1] - a[1]);
    const [kind, most] = found[0]!;
    return {
      kind: 'measured',
      value: Math.max(0, most),
      parts: most > 0 ? partsOf(view, kind) : [],
      also: Object.fromEntries(found),
    };
  },
};
