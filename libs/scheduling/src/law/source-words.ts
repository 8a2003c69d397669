/** Parts of sources that are no article of a law, in Japanese. One word for both languages stands in `SAME`. */
const PARTS: Readonly<Record<string, string>> = {
  'team policy': 'チームの方針',
  contract: '契約',
  'contract: shift template': '契約（シフトの型）',
  'contract section': '契約の条項',
  'promise 2: activities tile their shift': '製品の約束2（活動は勤務を隙間なく埋める）',
  'organisation: skills': '組織の設定（スキル）',
  'granted absence': '承認された不在',
  'agreed with the agent': '本人との合意',
  'an agent works one shift at a time': '同じ時間の勤務は1つだけ',
  'centre policy': 'センターの方針',
  'centre policy: training budget, on-call': 'センターの方針（研修時間、オンコール）',
  'shift-start variance of Genesys work plans': 'Genesysのワークプラン（始業時刻の幅）',
  'as in Genesys work plans (days off of a planning period)': 'Genesysのワークプラン（計画期間の休日）',
  'as in Genesys work plans (most weekends in a row)': 'Genesysのワークプラン（連続する週末勤務）',
  'as in Genesys work plans (least distance between starts of working days)':
    'Genesysのワークプラン（始業どうしの間隔）',
  'as in Genesys work plans and the shift-scheduling instances of Curtois and Qu 2014':
    'Genesysのワークプラン、Curtois・Qu（2014）のシフト作成問題',
  'as in the shift-scheduling instances of Curtois and Qu 2014': 'Curtois・Qu（2014）のシフト作成問題',
  'shift-scheduling instances of Curtois and Qu 2014': 'Curtois・Qu（2014）のシフト作成問題',
  'as in Zendesk location rules and the shift-scheduling instances of Curtois and Qu 2014':
    'Zendeskの拠点ルール、Curtois・Qu（2014）のシフト作成問題',
  'as in staff rules of Amazon Connect and location rules of Zendesk':
    'Amazon Connectのスタッフルール、Zendeskの拠点ルール',
  'as in staff rules of Amazon Connect (hours of a week with unpaid breaks)':
    'Amazon Connectのスタッフルール（無給休憩を含む週の時間）',
  'as in staff rules of Amazon Connect (hours of a day with unpaid breaks)':
    'Amazon Connectのスタッフルール（無給休憩を含む1日の時間）',
  'forward rotation as in EU guidance on night work': '夜勤に関するEUの指針（正循環）',
  'MHLW guideline on information-equipment work': '厚生労働省 情報機器作業ガイドライン',
  'Japan: effort duty since 2019-04, no number in law': '日本では2019年4月から努力義務（時間数の定めなし）',
  'fair workweek ordinances': '公正な勤務予定に関する各地の条例',
  'report of the study group on the LSA, 2025': '労働基準関係法制研究会報告書（2025年）',
  'measures against customer harassment, announced for 2026-10-01':
    'カスタマーハラスメント対策（2026年10月1日施行予定）',
  'Working Time Improvement Act art. 2': '労働時間等設定改善法第2条',
  'Protection of Young Persons (Employment) Act 1996': 'アイルランド若年者雇用保護法（1996年）',
  'California IWC wage orders, section 12': 'カリフォルニア州IWC賃金令第12条',
  '8 CCR 11010, section 12': 'カリフォルニア州規則集第8編11010第12条',
  '29 CFR 785.18': '米国連邦規則集第29編785.18',
};

/** What stands in brackets or after a colon behind an article. */
const NOTES: Readonly<Record<string, string>> = {
  '8 h a day without an agreement': '協定がなければ1日8時間',
  '40 h a week': '週40時間',
  '40 h': '週40時間',
  '48 h': '週48時間',
  '6 h': '6時間',
  '11 h': '11時間',
  'variable hours': '変形労働時間制',
  'reference period': '算定期間',
  'one day off a week': '週1日の休日',
  'one day off in every week': '毎週1日の休日',
  'four days off in four weeks': '4週4日の休日',
  '15 Sundays a year': '年15回の日曜',
  '10 to 15 min': '10〜15分',
  '48 h over four months': '4か月平均で48時間',
  '24 h and the daily 11 h': '24時間と日々の11時間',
  'three hours in the night make a night worker': '夜間3時間で夜間労働者',
  '22:00 to 05:00': '22時〜5時',
  '(b) for demanding work': '(b) 負担の大きい業務',
};

const eachArticle = (numbers: string, word: (number: string) => string): string =>
  numbers
    .split(/, | and /)
    .map((number) => word(number))
    .join('・');
const span = (number: string): string => number.replace('-', '〜');
/** `36` and `32-2`: 第36条, 第32条の2. */
const japanese = (number: string): string => {
  const [article, branch] = number.split('-');
  return `第${article}条${branch ? `の${branch}` : ''}`;
};
const paragraph = (number: string | undefined): string => (number ? `第${number}項` : '');

/** Laws by how they are cited: numbers, a paragraph, then perhaps a note. */
const LAWS: readonly (readonly [cited: RegExp, inJapanese: (numbers: string, part?: string) => string])[] = [
  [/^(?:Japan )?LSA art\. ([\d-]+)(?: \((\d+)\))?/, (no, part) => `労働基準法${japanese(no)}${paragraph(part)}`],
  [
    /^(?:EU )?2003\/88\/EC art\. (\d+(?:(?:, | and )\d+)*)/,
    (no) => `EU指令2003/88/EC${eachArticle(no, (n) => `第${n}条`)}`,
  ],
  [/^(?:EU )?94\/33\/EC art\. ([\d-]+)/, (no) => `EU指令94/33/EC第${span(no)}条`],
  [
    /^(?:Germany )?ArbZG sections? ([\d-]+)(?: \((\d+)\))?/,
    (no, part) => `ドイツ労働時間法第${span(no)}条${paragraph(part)}`,
  ],
  [/^JArbSchG sections? ([\d-]+)/, (no) => `ドイツ若年労働者保護法第${span(no)}条`],
  [/^(?:France )?Code du travail (L[\d-]+) and following/, (no) => `フランス労働法典${no}以下`],
  [/^(?:France )?Code du travail (L[\d-]+)/, (no) => `フランス労働法典${no}`],
  [
    /^(?:UK )?WTR 1998 reg\. ([\dA-Z-]+)(?: \((\d+)\))?/,
    (no, part) => `英国労働時間規則1998第${span(no)}条${paragraph(part)}`,
  ],
  [/^OWTA 1997 s\. (\d+)/, (no) => `アイルランド労働時間法1997第${no}条`],
  [/^FLSA section (\d+)/, (no) => `米国公正労働基準法第${no}条`],
  [
    /^California Labor Code ([\d.]+(?:, [\d.]+)*)/,
    (no) => `カリフォルニア州労働法典第${no.replaceAll(', ', '条・第')}条`,
  ],
  [/^MHLW guideline on information-equipment work/, () => '厚生労働省 情報機器作業ガイドライン'],
  [/^wellbeing measure (W\d+)/, (no) => `負担の指標${no}`],
  [/^(SJWEH [\d;():]+)/, (no) => no],
];

function noteIn(note: string): string | null {
  if (note === '') return '';
  const bare = /^ \((.*)\)$/.exec(note)?.[1] ?? /^: (.*)$/.exec(note)?.[1] ?? note.trim();
  const japaneseNote = NOTES[bare];
  return japaneseNote === undefined ? null : `（${japaneseNote}）`;
}

function partInJapanese(part: string): string {
  const known = PARTS[part];
  if (known !== undefined) return known;
  for (const [cited, inJapanese] of LAWS) {
    const found = cited.exec(part);
    const note = found && noteIn(part.slice(found[0].length));
    if (found && note !== null) return `${inJapanese(found[1] ?? '', found[2])}${note}`;
  }
  return part;
}

/**
 * The source of a rule, a law's parameter or a breach as people of the language cite it: `LSA art. 36 (4)` is
 * 労働基準法第36条第4項. A parameter's id before it (`jp.break: …`) stays. What is not known, such as a centre's own words, stays too.
 */
export function sourceIn(language: 'en' | 'ja', source: string): string {
  if (language === 'en') return source;
  const [id = ''] = /^[a-z-]+\.[a-z.-]+: /.exec(source) ?? [];
  return id + source.slice(id.length).split('; ').map(partInJapanese).join('、');
}
