const text = (en: string, ja: string) => ({ en, ja });
const dashboard = {
  ...{ id: 'd1', title: 'Manager', ownerName: null, sharedWith: ['MANAGER'], period: 'last-7-days' },
  ...{ mayEdit: true, version: 1, tiles: [] },
};
const content = {
  __typename: 'ReportContent',
  title: text('Manager', 'マネージャー'),
  period: text('The last 7 days', '直近7日間'),
  ...{ fromOn: '2026-10-28', days: 7 },
  blocks: [
    {
      ...{ id: 'b1', title: text('Note', 'メモ'), width: 2, path: null, figure: null, chart: null, table: null },
      paragraphs: [{ text: text('Voice was busiest on Monday.', '電話は月曜が最も混み合いました。'), path: null }],
    },
  ],
};

/** A dashboard of one tile. */
export const reportAnswers = {
  Reports: { dashboards: [dashboard], dailyReports: [] },
  DashboardContent: { dashboardContent: content },
};

export const noReportAnswers = { Reports: { dashboards: [], dailyReports: [] } };
