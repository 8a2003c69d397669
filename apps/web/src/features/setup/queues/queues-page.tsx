import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { goalInWords } from '../../../app/goal-in-words.js';
import { local, t } from '../../../app/i18n/t.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { SetupList } from '../lists/list-page.js';
import { queuesQuery } from '../setup.queries.js';
import { QueueDialog, type Queue } from './queue-dialog.js';

/** What contacts wait in: names, channel, skill, and the goal with the way to change it. */
export function QueuesPage() {
  const query = useQuery(queuesQuery);
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={6} height={32} />}>
      {(data) => (
        <>
          <p className="su-intro">{t('setupPlaces.queuesIntro')}</p>
          <SetupList
            title={t('setup.queues')}
            rows={data.queues}
            nameOf={({ name }: Queue) => local(name)}
            columns={[
              { id: 'goal', title: t('setupPlaces.goal'), cell: (queue) => <Goal queue={queue} /> },
              { id: 'channel', title: t('setupPlaces.channel'), cell: ({ channel }) => t(`demand.channel${channel}`) },
              {
                id: 'skill',
                title: t('setupPlaces.skill'),
                cell: ({ skillId }) => data.skills.find(({ id }) => id === skillId)?.name,
              },
              {
                id: 'site',
                title: t('setup.site'),
                cell: ({ siteId }) => data.sites.find(({ id }) => id === siteId)?.name,
              },
              {
                id: 'interval',
                title: t('setupPlaces.interval'),
                numeric: true,
                cell: ({ intervalMinutes }) => t('setupPlaces.minutes', { count: intervalMinutes }),
              },
            ]}
            addText={t('setupPlaces.addQueue')}
            dialog={(queue, onClose) => <QueueDialog queue={queue} data={data} onClose={onClose} />}
          />
        </>
      )}
    </QueryState>
  );
}

function Goal({ queue }: { readonly queue: Queue }) {
  return (
    <div className="su-wide">
      {goalInWords(queue.staffing.goal) || t('setupPlaces.goalFormula')}{' '}
      <Link
        to="/requirement"
        search={{ settings: queue.id }}
        aria-label={t('setupPlaces.changeGoalOf', { queue: local(queue.name) })}
      >
        {t('setupPlaces.changeGoal')}
      </Link>
    </div>
  );
}
