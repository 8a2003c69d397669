/** What the fake server says about the reader's own settings. */
export const noticeSettings = {
  myNoticeSettings: {
    ...{ language: 'EN', mail: 'NOW', push: true, quietFromMinute: 1320, quietUntilMinute: 420, digestMinute: 1020 },
    ...{ urgentAnyway: true, zone: 'Asia/Tokyo', mailIsOn: true, pushPublicKey: 'BKey' },
    devices: [{ id: 'd1', label: 'Pixel 9', createdAt: '2026-11-01T00:00:00Z', deliveredAt: null }],
  },
  myCalendarLink: { createdAt: '2026-11-01T00:00:00Z', readAt: null, reader: null },
};

const counts = [
  { id: 'weekend', dates: ['2026-10-03', '2026-10-11'], team: { low: 0.1, median: 0.2, high: 0.3 } },
  ...['night', 'late', 'early', 'quick-return', 'backward-rotation'].map((id) => ({
    id,
    dates: [] as string[],
    team: { low: 0, median: 0, high: 0.05 },
  })),
];

/** Own counts over twelve weeks: all, or of somebody whose first week is not published yet. */
export const myNumbers = (shiftCount = 10) => ({
  ...{ fromOn: '2026-08-23', untilOn: '2026-11-15', shiftCount, peopleCount: shiftCount && 8, leastPeople: 5 },
  counts: shiftCount ? counts : counts.map(({ id }) => ({ id, dates: [], team: null })),
});
