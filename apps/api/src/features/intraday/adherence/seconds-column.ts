import type { SummedSeconds } from '@yotei/scheduling/adherence';

/** The column of `adherence_days` that holds these seconds. */
export const secondsColumn = (name: keyof SummedSeconds): string =>
  name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
