/** What the fake server says about the reader's own settings. */
export const noticeSettings = {
  myNoticeSettings: {
    ...{ language: 'EN', mail: 'NOW', push: true, quietFromMinute: 1320, quietUntilMinute: 420, digestMinute: 1020 },
    ...{ urgentAnyway: true, zone: 'Asia/Tokyo', mailIsOn: true, pushPublicKey: 'BKey' },
    devices: [{ id: 'd1', label: 'Pixel 9', createdAt: '2026-11-01T00:00:00Z', deliveredAt: null }],
  },
  myCalendarLink: { createdAt: '2026-11-01T00:00:00Z', readAt: null, reader: null },
};
