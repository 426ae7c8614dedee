/**
 * What sentences restate, as data: the words, the cells they mean, and what else an honest sentence may mean by them.
 * Here and in request-topics.ts labels are spelled as prose spells them, not as the form prints them.
 */
export type NarrativeRule = 'requests' | 'applicants' | 'outcomes' | 'disputes' | 'proactive';

/** What must be spoken of for the words to mean what they do: 办结 alone may speak of a hotline. */
export type Domain = 'requests' | 'disputes' | 'normative' | 'regulations';

export interface Topic {
  readonly id: string;
  readonly rule: NarrativeRule;
  readonly words: RegExp;
  /**
   * `row` (of the column 总计) or `row@column`; `refused.*` stands for all rows of the group, `$` for the row that was
   * spoken of. Their sum is meant.
   */
  readonly terms: readonly string[];
  /** Other sums that the words may mean; a `-` in front subtracts. Agreement with any of them is silence. */
  readonly also?: readonly (readonly string[])[];
  /** False where the words alone say that requests (or disputes) are meant. */
  readonly bare?: boolean;
  /** True for a sum of money. */
  readonly money?: boolean;
  /** True for another population than the cells count: documents sent for filing are some of those made. */
  readonly beside?: boolean;
}

const isGroupOf = (group: Topic, { terms }: Topic): boolean => {
  const prefix = group.terms[0]?.endsWith('.*') === true ? group.terms[0].slice(0, -1) : undefined;
  return prefix !== undefined && terms.every((term) => term.startsWith(prefix) && !term.endsWith('*'));
};

/**
 * Without the words that only lead up to what is counted: 属于重复申请不予处理 means the row (or gives an instance of its
 * group), 收到的申请已办结 those settled. What they mean by themselves is no contradiction either.
 */
export function specific(named: readonly Topic[]): Topic[] {
  const topics = [...new Set(named)];
  const groups = topics.filter(
    (group, i) =>
      topics.some((topic) => isGroupOf(group, topic)) ||
      (group.id === 'received' && topics[i + 1]?.rule === 'requests' && topics.length === 2),
  );
  const rows = topics.filter((topic) => !groups.includes(topic));
  const [only] = rows;
  if (only === undefined || rows.length > 1 || groups.length === 0) return rows;
  return [{ ...only, also: [...(only.also ?? []), ...groups.flatMap(({ terms, also = [] }) => [terms, ...also])] }];
}

const dispute = (id: string, words: string, terms: string[], also: Topic['also'] = []): Topic => ({
  id,
  rule: 'disputes',
  words: new RegExp(words, 'y'),
  terms,
  also,
});
const LITIGATION = ['litigation_direct@total', 'litigation_after_review@total'];

/** The four results stand for the procedure that was named before them: `$` is filled in by the reader. */
export const DISPUTE_TOPICS: readonly Topic[] = [
  dispute('review', '(?:提起|申请)?行政复议', ['review@total']),
  dispute(
    'litigation',
    '(?:提起)?(?:行政)?(?:诉讼(?:应诉)?|应诉)',
    LITIGATION,
    LITIGATION.map((t) => [t]),
  ),
  dispute('direct', '(?:被)?(?:未经复议)?直接(?:提起|向(?:人民)?法院)?(?:提起)?(?:行政)?(?:起诉|诉讼)', [
    'litigation_direct@total',
  ]),
  dispute('direct', '未经复议(?:提起)?(?:行政)?(?:起诉|诉讼)', ['litigation_direct@total']),
  dispute('after_review', '(?:经)?(?:行政)?复议后(?:再|又)?(?:提起)?(?:行政)?(?:起诉|诉讼)', [
    'litigation_after_review@total',
  ]),
  dispute('upheld', '(?:结果|予以|被|决定)?维持(?:原行政行为)?', ['$@upheld']),
  dispute('corrected', '(?:结果|予以|被)?纠正', ['$@corrected']),
  dispute('other_result', '其他结果', ['$@other']),
  dispute('pending', '(?:尚|仍|还)?未审结|正在审理(?:中)?', ['$@pending']),
];

const proactive = (id: string, words: string, terms: string[], money = false): Topic => ({
  id,
  rule: 'proactive',
  words: new RegExp(words, 'y'),
  terms,
  money,
});
/** 行政许可5504件 may count what was applied for; in a sentence on decisions it counts these. */
const decided = (row: string, name: string): Topic =>
  proactive('decisions', `(?:作出|做出|办理|实施)?(?:了)?${name}(?:处理|类)?(?:决定)?(?:数量)?`, [`${row}@decisions`]);

/** `$` is 规章 or 规范性文件, whichever was spoken of; columns that the edition does not have are skipped. */
export const PROACTIVE_TOPICS: readonly Topic[] = [
  proactive('issued', '新?(?:制定(?:出台|印发)?|制发|出台|制作|印发)', ['$@issued', '$@made']),
  {
    ...proactive(
      'issued',
      '(?:均?按规定)?(?:向[省市区县]?(?:人民)?(?:政府|人大(?:常委会)?))?(?:报送|报请|申请|进行|履行|经)?(?:报备|备案)',
      ['$@issued', '$@made'],
    ),
    also: [['$@repealed'], ['$@issued', '$@repealed'], ['$@in_force'], ['$@disclosed'], ['$@disclosed_total']],
    beside: true,
  },
  proactive('repealed', '(?:清理)?(?:宣布)?(?:失效)?(?:或者?|和|、|并)?废止(?:失效)?', ['$@repealed']),
  proactive('in_force', '(?:现行|目前|继续|现)有效', ['$@in_force']),
  proactive('disclosed', '新公开', ['$@disclosed']),
  decided('licensing', '行政许可'),
  decided('penalties', '行政处罚'),
  decided('coercion', '行政强制(?:措施)?'),
  proactive('fees', '(?:收取|征收)?(?:了)?(?:的)?行政事业性收费(?:收入|金额|总额|总金额)?', ['fees@amount'], true),
  proactive('procurement', '政府集中采购(?:总)?(?:金额|总额)', ['procurement@amount'], true),
];
