import { instantOfLocal } from '@yotei/time';

/** The instant of a clock time `9:05` on a local date; null for what is no time. */
export function instantOfClock(on: string, clock: string, zone: string): number | null {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(clock.trim());
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!parts || hour > 23 || minute > 59) return null;
  return instantOfLocal(on, hour * 60 + minute, zone);
}
