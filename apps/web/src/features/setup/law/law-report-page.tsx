import { useQuery } from '@tanstack/react-query';
import { addDays } from '@yotei/time';
import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Select, TextField } from '../../../ui/fields.js';
import { EmptyState, QueryState, SkeletonRows } from '../../../ui/states.js';
import { saveFile } from '../../../app/save-file.js';
import { writeCsv } from '../agents/table-text.js';
import { agentsQuery, type SetupAgent } from '../setup.queries.js';
import { inspectionRows } from './law-report-rows.js';
import { LawReport } from './law-report.js';
import { inspectionQuery } from './law.queries.js';
import '../rules/rules.css';
import './law.css';

/** "What would an inspector ask?": one person, some weeks, every parameter of the law with what was found. */
export function LawReportPage() {
  const query = useQuery(agentsQuery);
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={10} height={32} />}>
      {({ agents }) => <Report agents={agents} />}
    </QueryState>
  );
}

const DAYS = 28;

function Report({ agents }: { readonly agents: readonly SetupAgent[] }) {
  const today = new Date().toISOString().slice(0, 10);
  const [agentId, setAgentId] = useState('');
  const [span, setSpan] = useState({ fromOn: addDays(today, -DAYS), untilOn: today });
  const people = [...agents].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <>
      <p className="su-intro">{t('setupLaw.reportIntro')}</p>
      <div className="su-bar su-law-bar">
        <Select
          label={t('setupLaw.person')}
          value={agentId || null}
          placeholder={t('setup.choose')}
          options={people.map(({ id, name }) => ({ id, text: name }))}
          onChange={setAgentId}
        />
        <TextField
          type="date"
          label={t('setupLaw.from')}
          value={span.fromOn}
          onChange={(fromOn) => fromOn && setSpan({ ...span, fromOn })}
        />
        <TextField
          type="date"
          label={t('setupLaw.until')}
          value={span.untilOn}
          onChange={(untilOn) => untilOn && setSpan({ ...span, untilOn })}
        />
      </div>
      {agentId ? (
        <Answer of={{ agentId, ...span }} />
      ) : (
        <EmptyState title={t('setupLaw.nobody')} text={t('setupLaw.nobodyText')} />
      )}
    </>
  );
}

function Answer({
  of,
}: {
  readonly of: { readonly agentId: string; readonly fromOn: string; readonly untilOn: string };
}) {
  const query = useQuery(inspectionQuery(of));
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={10} height={28} />}>
      {(answer) => {
        switch (answer.__typename) {
          case 'LawInspection':
            return (
              <>
                <div>
                  <Button
                    onPress={() =>
                      saveFile(`${answer.agentName} ${answer.fromOn}.csv`, writeCsv(inspectionRows(answer)))
                    }
                  >
                    {t('setup.export')}
                  </Button>
                </div>
                <LawReport report={answer} />
              </>
            );
          case 'NoLawChosen':
            return <EmptyState title={t('setupLaw.nonePlain')} text={t('setupLaw.chooseFirst')} />;
          case 'InvalidInput':
            return <EmptyState title={t('setupLaw.wrongSpan')} text={t('setupLaw.wrongSpanText')} />;
          default:
            return <EmptyState title={t('setupLaw.nobody')} text={t('setup.meanwhile')} />;
        }
      }}
    </QueryState>
  );
}
