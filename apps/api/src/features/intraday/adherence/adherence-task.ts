/** Name of the task that judges days; whoever gives it something to judge wakes it. */
export const ADHERENCE_TASK = 'adherence-days';
