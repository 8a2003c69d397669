import { t } from '../../../app/i18n/t.js';
import { ErrorState } from '../../../ui/states.js';

/** Why a change was not made, in the place where it was asked for; nothing when it was. */
export function Refused({
  result,
  error,
}: {
  readonly result: { readonly __typename?: string; readonly message?: string } | undefined;
  readonly error: unknown;
}) {
  if (error) return <ErrorState error={error} />;
  if (!result || result.__typename === 'SpecialDaysChanged') return null;
  return (
    <p role="alert" className="y-refused">
      {result.__typename === 'SpecialDaysEditedMeanwhile' ? t('days.meanwhile') : result.message}
    </p>
  );
}
