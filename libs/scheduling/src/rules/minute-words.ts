/** `45 min`, `9 h 45 min`, `11 h`; `45分`, `9時間45分`. Whole minutes, not below 0. */
export function durationText(minutes: number, language: 'en' | 'ja'): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  const parts = language === 'ja' ? [`${hours}時間`, `${rest}分`] : [`${hours} h`, `${rest} min`];
  const kept = parts.filter((_, i) => (i === 0 ? hours > 0 : rest > 0 || hours === 0));
  return kept.join(language === 'ja' ? '' : ' ');
}

/** `07:30` of minute 450; past midnight it counts on, so that a range stays in order. */
export function clockText(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(Math.round(minuteOfDay) % 60)}`;
}
