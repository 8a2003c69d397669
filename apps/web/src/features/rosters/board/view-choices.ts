/** How near the board is seen, from the nearest to the farthest. Alone in this file: the phone reads links too. */
export const BOARD_ZOOMS = ['hour', 'day', 'three-days', 'week', 'month'] as const;
export type BoardZoom = (typeof BOARD_ZOOMS)[number];

export const BOARD_GROUPS = ['team', 'skill', 'site', 'none'] as const;
export type BoardGroupBy = (typeof BOARD_GROUPS)[number];
