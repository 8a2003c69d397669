/** Contract ids by site; the catalogue defines them, the people choose among them. */
export const FULL_TIME_40 = { tokyo: 'tokyo-40h', dublin: 'dublin-40h' } as const;
export const FULL_TIME_36 = { tokyo: 'tokyo-36h' } as const;
export const PART_TIME = { tokyo: 'tokyo-part-time', dublin: 'dublin-part-time' } as const;
export const SHORT_TIME = { tokyo: 'tokyo-short-time' } as const;
