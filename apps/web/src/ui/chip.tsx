import type { ReactNode } from 'react';
import './chip.css';

/** A short fact in a pill. The tone adds colour; the words must say it too. */
export function Chip({
  tone = 'plain',
  icon,
  children,
}: {
  readonly tone?: 'plain' | 'accent' | 'good' | 'prefer' | 'must';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span className="y-chip" data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}

/** How far something is; without `value` it only says that it runs. */
export function Progress({ label, value }: { readonly label: string; readonly value: number | null }) {
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      className="y-progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === undefined ? {} : { 'aria-valuenow': percent })}
      data-running={percent === undefined}
    >
      <div style={{ width: `${percent ?? 30}%` }} />
    </div>
  );
}
