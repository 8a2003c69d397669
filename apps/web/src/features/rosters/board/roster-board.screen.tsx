import { useNavigate, useSearch } from '@tanstack/react-router';
import { t } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { thisWeek, WeekStepper, weekTitle } from '../../../app/shell/week-stepper.js';
import { EmptyState } from '../../../ui/states.js';

/** The planner's board of one week. */
export function RosterBoardScreen() {
  const { zone, weekStart } = homeSite(useViewer());
  const week = useSearch({ from: '/signed-in/roster' }).week ?? thisWeek(zone, weekStart);
  const navigate = useNavigate();
  return (
    <Page
      title={weekTitle(week)}
      header={
        <WeekStepper
          weekStartOn={week}
          zone={zone}
          firstWeekday={weekStart}
          onChange={(next) => void navigate({ to: '/roster', search: { week: next } })}
        />
      }
    >
      <EmptyState title={t('app.roster')} text={weekTitle(week)} />
    </Page>
  );
}
