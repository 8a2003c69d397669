import { useState } from 'react';
import { formatTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { Segmented } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { EmptyState, QueryState, SkeletonRows } from '../../ui/states.js';
import { ColleagueOption } from './colleague-option.js';
import { PART_STEP, PartBar, type Part } from './part-bar.js';
import type { OwnShift } from './propose-exchange.js';
import { SendBar } from './send-bar.js';
import { useAlternatives } from './use-proposal.js';

const FIRST_LENGTH = 2 * 60 * 60_000;

const iso = (at: number): string => new Date(at).toISOString();

/** Part of a shift, chosen on a bar or by its times: given away, or swapped for as much of a colleague's shift. */
export function ProposePart({ shift }: { readonly shift: OwnShift }) {
  const [start, end] = [Date.parse(shift.startAt), Date.parse(shift.endAt)];
  const [part, setPart] = useState<Part>({ from: start, until: Math.min(end, start + FIRST_LENGTH) });
  const [settled, setSettled] = useState(part);
  const [mode, setMode] = useState<'give' | 'return'>('give');
  const choose = (next: Part): void => {
    setPart(next);
    setSettled(next);
  };
  const times = Array.from({ length: (end - start) / PART_STEP + 1 }, (_, i) => start + i * PART_STEP);
  const options = (within: (at: number) => boolean) =>
    times.filter(within).map((at) => ({ id: iso(at), text: formatTime(at, shift.zone) }));
  return (
    <>
      <PartBar shift={shift} part={part} onMove={setPart} onChosen={choose} />
      <div className="x-part-times">
        <Select
          label={t('exchangeLoop.partFrom')}
          value={iso(part.from)}
          options={options((at) => at < end)}
          onChange={(at) => choose({ from: Date.parse(at), until: Math.max(part.until, Date.parse(at) + PART_STEP) })}
        />
        <Select
          label={t('exchangeLoop.partUntil')}
          value={iso(part.until)}
          options={options((at) => at > part.from)}
          onChange={(at) => choose({ ...part, until: Date.parse(at) })}
        />
      </div>
      <Segmented
        label={t('exchangeLoop.partMode')}
        value={mode}
        options={[
          { value: 'give', text: t('exchangeLoop.partGive') },
          { value: 'return', text: t('exchangeLoop.partReturn') },
        ]}
        onChange={setMode}
      />
      <PartTakers key={mode} shift={shift} part={settled} inReturn={mode === 'return'} />
    </>
  );
}

interface PartTakersProps {
  readonly shift: OwnShift;
  readonly part: Part;
  readonly inReturn: boolean;
}

function PartTakers({ shift, part, inReturn }: PartTakersProps) {
  const span = { startAt: iso(part.from), endAt: iso(part.until) };
  const alternatives = useAlternatives({ kind: 'swap-part', shiftId: shift.id, span }, { inReturn });
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  return (
    <section aria-labelledby="part-who" className="x-who">
      <h2 id="part-who">{t('exchangeLoop.who')}</h2>
      <QueryState query={alternatives} skeleton={<SkeletonRows rows={4} height={56} />}>
        {(found) => {
          const fitting = found.flatMap(({ agent, spans, verdict }) =>
            agent && spans
              ? [{ key: `${agent.id} ${spans.map(({ startAt }) => startAt)}`, agent, spans, verdict }]
              : [],
          );
          const chosen = fitting.find(({ key }) => key === chosenKey);
          if (fitting.length === 0)
            return <EmptyState title={t('exchangeLoop.nobody')} text={t('exchangeLoop.partNobody')} />;
          return (
            <>
              <ul className="x-options">
                {fitting.map(({ key, agent, spans, verdict }) => (
                  <ColleagueOption
                    key={key}
                    name={agent.name}
                    spans={spans.slice(1)}
                    zone={shift.zone}
                    verdict={verdict}
                    isChosen={key === chosenKey}
                    onChoose={() => setChosenKey(key)}
                  />
                ))}
              </ul>
              {chosen ? (
                <SendBar
                  verdict={chosen.verdict}
                  input={{
                    kind: 'swap-part',
                    toAgentId: chosen.agent.id,
                    spans: chosen.spans.map(({ startAt, endAt }) => ({ startAt, endAt })),
                  }}
                />
              ) : null}
            </>
          );
        }}
      </QueryState>
    </section>
  );
}
