import type { SourceRow } from '../sources/fact-source.js';

export const MEASURE_CUTS = ['all', 'site', 'channel', 'queue', 'team'] as const;
export type MeasureCutName = (typeof MEASURE_CUTS)[number];

/** One row of a table by queue, team and so on. */
export interface CutKey {
  /** Null for all together. */
  readonly id: string | null;
  readonly title: { readonly en: string; readonly ja: string };
}

/** What the rows of sources are told of, as far as cuts need to know it. */
export interface CutPlaces {
  readonly queues: readonly {
    readonly id: string;
    readonly name: { readonly en: string; readonly ja: string };
    readonly channel: string;
    readonly siteId: string;
  }[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly teams: readonly { readonly id: string; readonly name: string; readonly siteId: string }[];
}

const same = (text: string) => ({ en: text, ja: text });

const CHANNELS: Readonly<Record<string, CutKey['title']>> = {
  voice: { en: 'Voice', ja: '電話' },
  chat: { en: 'Chat', ja: 'チャット' },
  email: { en: 'E-mail', ja: 'メール' },
  social: { en: 'Social media', ja: 'SNS' },
  messaging: { en: 'Messaging', ja: 'メッセージ' },
  callback: { en: 'Callback', ja: 'コールバック' },
  back_office: { en: 'Back office', ja: 'バックオフィス' },
};

/** The keys of a cut in the order shown. */
export function keysOf(cut: MeasureCutName, { queues, sites, teams }: CutPlaces): readonly CutKey[] {
  switch (cut) {
    case 'all':
      return [{ id: null, title: { en: 'All together', ja: '全体' } }];
    case 'queue':
      return queues.map(({ id, name }) => ({ id, title: name }));
    case 'channel':
      return [...new Set(queues.map(({ channel }) => channel))].map((id) => ({ id, title: CHANNELS[id] ?? same(id) }));
    case 'site':
      return sites.map(({ id, name }) => ({ id, title: same(name) }));
    case 'team':
      return teams.map(({ id, name }) => ({ id, title: same(name) }));
  }
}

/** To which key a row belongs; null where it is not told by this cut, as what a queue did is not told by team. */
export function keyOfRow(
  cut: MeasureCutName,
  { queues, teams }: CutPlaces,
): (row: SourceRow) => string | null | undefined {
  const queueOf = new Map(queues.map((queue) => [queue.id, queue]));
  const siteOfTeam = new Map(teams.map(({ id, siteId }) => [id, siteId]));
  switch (cut) {
    case 'all':
      return () => null;
    case 'queue':
      return ({ queueId }) => queueId ?? undefined;
    case 'channel':
      return ({ queueId, channel }) => (queueId ? queueOf.get(queueId)?.channel : (channel ?? undefined));
    case 'site':
      return ({ queueId, teamId }) =>
        (queueId ? queueOf.get(queueId)?.siteId : teamId ? siteOfTeam.get(teamId) : undefined) ?? undefined;
    case 'team':
      return ({ teamId }) => teamId ?? undefined;
  }
}
