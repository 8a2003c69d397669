/** Stands for the base among the ids of scenarios. */
export const BASE_ID = 'base';
