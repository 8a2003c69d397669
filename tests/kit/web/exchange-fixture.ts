const HOUR = 3_600_000;
/** 12:10 in Tokyo, as in the other fixtures. */
const NOW = Date.parse('2026-11-04T03:10:00Z');
const iso = (at: number) => new Date(at).toISOString();

const exchangeParty = (agent: { id: string; name: string }, isMe: boolean, gives: number, takes: number) => ({
  agent: { ...agent, zone: 'Asia/Tokyo', siteId: 'tokyo' },
  answer: isMe ? 'accepted' : 'pending',
  isMe,
  gives: [{ startAt: iso(gives), endAt: iso(gives + 9 * HOUR) }],
  takes: [{ startAt: iso(takes), endAt: iso(takes + 9 * HOUR) }],
  paidMinutesBefore: 2400,
  paidMinutesAfter: 2400,
  leastRestMinutesBefore: 900,
  leastRestMinutesAfter: 780,
});

/** A swap that waits for the colleague. */
export const exchange = {
  id: 'x1',
  kind: 'swap',
  state: 'proposed',
  createdAt: iso(NOW - 5 * HOUR),
  expiresAt: iso(NOW + 20 * HOUR),
  note: '家庭の都合です',
  decisionNote: null,
  isMine: true,
  awaitsMe: false,
  verdict: {
    colour: 'green',
    reasons: [],
    parties: [
      exchangeParty({ id: 'a1', name: '佐藤 愛子' }, true, NOW, NOW + 24 * HOUR),
      exchangeParty({ id: 'a2', name: '田中 大樹' }, false, NOW + 24 * HOUR, NOW),
    ],
    serviceDays: [],
    shortMinutesAdded: 0,
    shortMinutesRemoved: 0,
  },
  endReasons: [],
};

const offer = {
  id: 'o1',
  kind: 'overtime',
  startAt: iso(NOW + 24 * HOUR),
  endAt: iso(NOW + 26 * HOUR),
  places: 2,
  taken: 1,
  claimOrder: 'first-come',
  note: null,
  closesAt: iso(NOW + 22 * HOUR),
  state: 'open',
};

/** What the other parts of the pages of requests ask for. */
export const exchangeAnswers = {
  ExchangeInbox: {
    exchangeInbox: [{ ...exchange, state: 'in-review', isMine: false }],
    exchangeDelegations: [],
  },
  FittingOffers: { fittingOffers: [{ isMine: false, offer, verdict: exchange.verdict }] },
  WorkOffers: { workOffers: [offer] },
  SwapWishes: { swapWishes: [] },
};

export const noExchangeAnswers = {
  ExchangeInbox: { exchangeInbox: [], exchangeDelegations: [] },
  FittingOffers: { fittingOffers: [] },
  WorkOffers: { workOffers: [] },
  SwapWishes: { swapWishes: [] },
};
