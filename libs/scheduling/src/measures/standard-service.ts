import type { StandardMeasure } from './measure.js';

const DOMAIN =
  'callcentrehelper.com, service level threshold calculations; ICMI QueueTips 2002/2005; Cisco ICR manual p. 143';

/**
 * Service levels by what stands above and below the line. Worked set (1,000 answered, 860 of them in time; 60 abandoned,
 * 20 of them in time and 10 within 5 s): 83.0, 86.0, 81.1, 82.7 and 82.1 %.
 */
const SERVICE_LEVELS: readonly StandardMeasure[] = [
  {
    id: 'service-level-of-offered',
    title: { en: 'Service level, of all offered', ja: 'サービスレベル(受付数に対する)' },
    formula: 'answeredInTime / offered',
    group: 'service',
    meaning: {
      en: 'Answered within the threshold, of all offered. Whoever hangs up counts against it (SL3; Cisco: abandoned negative).',
      ja: '目標時間内に応答した割合。分母は全受付数で、放棄は不利に数えます(SL3。Ciscoの「放棄は負」)。',
    },
    source: DOMAIN,
    better: 'higher',
  },
  {
    id: 'service-level-of-answered',
    title: {
      en: 'Service level, of the answered (hides abandons)',
      ja: 'サービスレベル(応答数に対する。放棄は含まない)',
    },
    formula: 'answeredInTime / answered',
    group: 'service',
    meaning: {
      en: 'Answered within the threshold, of the answered alone. Whoever hung up is left out (SL2).',
      ja: '目標時間内に応答した割合。分母は応答数のみで、放棄は数えません(SL2)。',
    },
    source: DOMAIN,
    better: 'higher',
  },
  {
    id: 'service-level-with-abandons-in-time',
    title: { en: 'Service level, abandons in time count as served', ja: 'サービスレベル(時間内の放棄も達成とみなす)' },
    formula: '(answeredInTime + abandonedInTime) / (answered + abandoned)',
    group: 'service',
    meaning: {
      en: 'Answered or abandoned within the threshold, of all answered and abandoned (SL1; Cisco: abandoned positive).',
      ja: '目標時間内に応答または放棄した割合。分母は応答数と放棄数の合計(SL1。Ciscoの「放棄は正」)。',
    },
    source: DOMAIN,
    better: 'higher',
  },
  {
    id: 'service-level-less-abandons-in-time',
    title: { en: 'Service level, abandons in time left out', ja: 'サービスレベル(時間内の放棄を除く)' },
    formula: 'answeredInTime / (answered + abandoned - abandonedInTime)',
    group: 'service',
    meaning: {
      en: 'Answered within the threshold, of all but those who left within it (SL4; Cisco: abandoned ignored).',
      ja: '目標時間内に応答した割合。分母から目標時間内の放棄を除きます(SL4。Ciscoの「放棄は無視」)。',
    },
    source: DOMAIN,
    better: 'higher',
  },
  {
    id: 'service-level-with-abandons-in-5s',
    title: {
      en: 'Service level, abandons within 5 s count as served',
      ja: 'サービスレベル(5秒以内の放棄は達成とみなす)',
    },
    formula: '(answeredInTime + abandonedIn5s) / (answered + abandoned)',
    group: 'service',
    meaning: {
      en: 'Answered within the threshold or abandoned within 5 seconds, of all answered and abandoned (SL5).',
      ja: '目標時間内の応答と5秒以内の放棄の割合。分母は応答数と放棄数の合計(SL5)。',
    },
    source: DOMAIN,
    better: 'higher',
  },
];

/** How contacts went, of what telephone systems tell. "In time" is the threshold they counted by. */
export const SERVICE_MEASURES: readonly StandardMeasure[] = [
  {
    id: 'offered',
    title: { en: 'Contacts offered', ja: '受付数' },
    formula: 'offered',
    group: 'volume',
    meaning: { en: 'Contacts that came in.', ja: '入ってきたコンタクトの数。' },
    source: 'domain words',
    better: null,
  },
  {
    id: 'answered',
    title: { en: 'Contacts answered', ja: '応答数' },
    formula: 'answered',
    group: 'volume',
    meaning: { en: 'Contacts that an agent took.', ja: 'エージェントが応答した数。' },
    source: 'domain words',
    better: null,
  },
  ...SERVICE_LEVELS,
  {
    id: 'answer-rate',
    title: { en: 'Answer rate', ja: '応答率' },
    formula: 'answered / offered',
    group: 'service',
    meaning: {
      en: 'Answered of all offered, however long it took.',
      ja: '受付数のうち応答した割合(待ち時間は問わない)。',
    },
    source: 'domain words',
    better: 'higher',
  },
  {
    id: 'abandonment',
    title: { en: 'Abandonment', ja: '放棄率' },
    formula: 'abandoned / offered',
    group: 'service',
    meaning: { en: 'Left while waiting, of all offered.', ja: '受付数のうち待ち中に離脱した割合。' },
    source: DOMAIN,
    better: 'lower',
  },
  {
    id: 'abandonment-less-short',
    title: { en: 'Abandonment, without those within 5 s', ja: '放棄率(5秒以内を除く)' },
    formula: '(abandoned - abandonedIn5s) / (offered - abandonedIn5s)',
    group: 'service',
    meaning: {
      en: 'Left after more than 5 seconds, of all others: mistaken calls are left out above and below the line.',
      ja: '5秒を超えて待った離脱の割合。かけ間違いを分子と分母の両方から除きます。',
    },
    source: DOMAIN,
    better: 'lower',
  },
  {
    id: 'answer-speed',
    title: { en: 'Average speed of answer (ASA)', ja: '平均応答速度(ASA)' },
    formula: 'totalWaitSeconds / answered',
    group: 'service',
    meaning: { en: 'Wait of the answered, over the answered.', ja: '応答したコンタクトの待ち時間の合計 ÷ 応答数。' },
    source: DOMAIN,
    better: 'lower',
  },
  {
    id: 'handle-time',
    title: { en: 'Mean handle time', ja: '平均処理時間' },
    formula: 'totalHandleSeconds / answered',
    group: 'service',
    meaning: {
      en: 'Talk, hold and after-contact work of the answered, over the answered (AHT).',
      ja: '通話・保留・後処理の合計 ÷ 応答数(AHT)。',
    },
    source: DOMAIN,
    better: 'lower',
  },
  {
    id: 'backlog',
    title: { en: 'Contacts waiting at the end', ja: '期末の未対応数' },
    formula: 'backlog',
    group: 'volume',
    meaning: {
      en: 'What stood open at the last interval told of each queue; not added over time.',
      ja: '各キューの最後の時間帯に残っていた数。期間では合計しません。',
    },
    source: 'domain words',
    better: 'lower',
  },
];
