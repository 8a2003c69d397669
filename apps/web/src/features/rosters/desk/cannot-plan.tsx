import { local, t } from '../../../app/i18n/t.js';
import { useDeskState } from './desk-context.js';
import type { RosterJob } from './roster-job.js';

interface CannotBePlanned {
  readonly agentId: string;
  readonly conflict: { readonly en: readonly string[]; readonly ja: readonly string[] };
}

/** Who cannot be planned, and which shifts, absences and limits cannot stand together; nothing for other failures. */
export function CannotPlan({ job }: { readonly job: Pick<RosterJob, 'errorCode' | 'result'> }) {
  const agents = useDeskState((state) => state.model.agents);
  if (job.errorCode !== 'roster.infeasible') return null;
  const details = job.result as { readonly count?: number; readonly agents?: readonly CannotBePlanned[] } | null;
  const found = details?.agents ?? [];
  if (found.length === 0) return null;
  return (
    <>
      <p>{t('explain.cannotPlan', { count: details?.count ?? found.length })}</p>
      <ul className="b-plain-list">
        {found.map(({ agentId, conflict }) => (
          <li key={agentId}>
            <strong>{agents.find((agent) => agent.id === agentId)?.name ?? agentId}</strong>
            {conflict ? (
              <ul>
                {conflict.en.map((text, index) => (
                  <li key={text}>{local({ en: text, ja: conflict.ja[index] ?? text })}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
