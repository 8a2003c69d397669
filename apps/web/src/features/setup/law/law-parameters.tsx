import { LAW_SOURCES, parametersInForce, type LawPack, type LawParameter } from '@yotei/scheduling/law';
import { findRule } from '@yotei/scheduling/rules';
import { formatDateWithYear } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { Chip } from '../../../ui/chip.js';
import { articleInWords, levelInWords, valuesInWords } from './law-words.js';

/** What the pack asks for on a day under what is agreed: text, value, how binding, since when, where it was read. */
export function LawParameters({
  pack,
  on,
  agreements,
}: {
  readonly pack: LawPack;
  readonly on: string;
  readonly agreements: readonly string[];
}) {
  const parameters = parametersInForce(pack, { on, agreements });
  return (
    <section aria-labelledby="law-parameters">
      <h3 id="law-parameters">{t('setupLaw.asksFor')}</h3>
      <ul className="su-panel su-rules su-law">
        {parameters.map((parameter) => (
          <li key={parameter.id} className="su-rule">
            <Parameter parameter={parameter} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Parameter({ parameter }: { readonly parameter: LawParameter }) {
  const { text, tone } = levelInWords(parameter.level);
  const rule = parameter.rule && parameter.level !== 'pay' ? findRule(parameter.rule.ruleId) : undefined;
  const { kind } = rule?.tour ?? { kind: null };
  return (
    <div>
      <p className="su-setting">
        <strong>{local(parameter.title)}</strong>
        <span>{valuesInWords(parameter)}</span>
        <Chip tone={tone}>{text}</Chip>
        {parameter.certain === 'believed' ? <Chip tone="prefer">{t('setupLaw.believed')}</Chip> : null}
      </p>
      <p>{local(parameter.text)}</p>
      <p className="y-quiet">
        {[
          t('setupLaw.article', { id: parameter.id, article: articleInWords(parameter.source) }),
          t('setupLaw.since', { date: formatDateWithYear(parameter.from) }),
          t('setupLaw.readOn', { page: LAW_SOURCES[parameter.source.key] ?? parameter.source.key }),
        ].join(' · ')}
      </p>
      <p className="y-quiet">
        {rule
          ? t(kind === 'judged' ? 'setupLaw.judgedBy' : 'setupLaw.plannedBy', { rule: local(rule.title) })
          : t('setupLaw.onlyTold')}
      </p>
    </div>
  );
}
