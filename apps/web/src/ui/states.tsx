import { CircleAlert, Lock, RotateCw } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../app/i18n/t.js';
import { RequestFailed } from '../graphql/client.js';
import { Button } from './button.js';
import './states.css';

/** A grey shape where something will be; appears after 200 ms so quick answers do not flash. */
export function Skeleton({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-busy="true" aria-label={label} className="y-skeleton">
      {late ? children : null}
    </div>
  );
}

/** Grey bars in the shape of a list or table. */
export function SkeletonRows({ rows = 6, height = 20 }: { readonly rows?: number; readonly height?: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <div key={row} className="y-bone" style={{ height, width: `${96 - ((row * 17) % 30)}%` }} />
  ));
}

/** One grey block, for charts and pictures. */
export function SkeletonBlock({ height }: { readonly height: number }) {
  return <div className="y-bone" style={{ height }} />;
}

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text: ReactNode;
  /** The one next action. */
  readonly action?: ReactNode;
}

/** Says what belongs here and gives the one next action. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="y-state">
      {icon ? <div className="y-state-icon">{icon}</div> : null}
      <h2>{title}</h2>
      <p className="y-quiet">{text}</p>
      {action}
    </div>
  );
}

const SAID: Readonly<Record<string, 'ui.unreachable' | 'ui.signedOut' | 'ui.tooMany'>> = {
  UNREACHABLE: 'ui.unreachable',
  UNAUTHENTICATED: 'ui.signedOut',
  TOO_MANY_REQUESTS: 'ui.tooMany',
};

/** What failed in plain words, Retry, and the id by which support finds it in the log. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const failed = error instanceof RequestFailed ? error : undefined;
  if (failed?.code === 'FORBIDDEN') return <NoPermission />;
  return (
    <div className="y-state y-state-error" role="alert">
      <div className="y-state-icon">
        <CircleAlert size={24} strokeWidth={1.75} aria-hidden />
      </div>
      <h2>{t('ui.failed')}</h2>
      <p>{t(SAID[failed?.code ?? ''] ?? 'ui.failedUnexpectedly')}</p>
      {failed?.correlationId ? (
        <p className="y-quiet">
          {t('ui.correlationId')} <code>{failed.correlationId}</code>
        </p>
      ) : null}
      {onRetry ? (
        <Button onPress={onRetry} icon={<RotateCw size={14} strokeWidth={1.75} aria-hidden />}>
          {t('ui.retry')}
        </Button>
      ) : null}
    </div>
  );
}

/** For a screen the reader may not see: says who can grant it. */
export function NoPermission() {
  return (
    <div className="y-state" role="alert">
      <div className="y-state-icon">
        <Lock size={24} strokeWidth={1.75} aria-hidden />
      </div>
      <h2>{t('ui.noPermission')}</h2>
      <p className="y-quiet">{t('ui.noPermissionWho')}</p>
    </div>
  );
}

interface QueryLike<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

export interface QueryStateProps<Data> {
  readonly query: QueryLike<Data>;
  /** The real shape in grey. */
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Loading, failed or there: the three states each screen has. A failed refresh keeps what is shown and says so above it. */
export function QueryState<Data>({ query, skeleton, children }: QueryStateProps<Data>) {
  const retry = () => void query.refetch();
  if (query.data === undefined) {
    return query.error ? (
      <ErrorState error={query.error} onRetry={retry} />
    ) : (
      <Skeleton label={t('ui.loading')}>{skeleton}</Skeleton>
    );
  }
  return (
    <>
      {query.error ? <ErrorState error={query.error} onRetry={retry} /> : null}
      {children(query.data)}
    </>
  );
}
