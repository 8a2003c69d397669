/** A minute of the day as files write it: `09:30`, up to `48:00`. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const optionalClockOf = (minute: number | undefined): string | undefined =>
  minute === undefined ? undefined : clockOf(minute);
