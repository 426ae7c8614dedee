/**
 * Whom a sentence speaks of, against the organ of the report. A table may count a whole district and the sentence its
 * office (17 against 95 was published): then the figures differ and nothing is wrong.
 * - `own`: the organ that reports;
 * - `unsure`: perhaps it, perhaps more or less than it;
 * - `other`: another body, or another population (documents sent for filing);
 * - `part`: a body named among several (县水利局, 各乡镇), whose figures can only be a part of the table's.
 */
export type Scope = 'own' | 'unsure' | 'other' | 'part';

const LEVELS = '省市区县州旗盟镇乡';
const PLACES = `(?:[${LEVELS}]|街道|地区|自治区|新区|开发区|园区|系统|域)`;
const OWN = new RegExp(
  `(?:我|本)(?:${PLACES}|[局委厅办部院署处所站校]|机关|单位|部门|中心|办公室|管委会|街道办|办事处)`,
  'y',
);
const WHOLE = new RegExp(`全(?<level>${PLACES}|[局委厅办部院署处所站])`, 'y');
const GOVERNMENT = new RegExp(`(?:[${LEVELS}]|街道)?(?:人民)?政府(?!信息|网|门户|采购|工作|公报|部门|规章)`, 'y');
/** 县政府及各部门, 县政府系统: the government with all that it reports for. */
const WITH_ALL = new RegExp(
  `${GOVERNMENT.source}(?:系统|(?:和|及|及其|以及)(?:其?所属|[${LEVELS}]直|各)?各?(?:工作)?(?:部门|单位))`,
  'y',
);
const OTHER = new RegExp(
  [`(?:[${LEVELS}]|街道)?(?:人民)?政府办(?:公室|公厅)?`, `[${LEVELS}]?本级`, '[局委厅部院办]机关(?:本级|本部)?'].join(
    '|',
  ),
  'y',
);

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** A department reports for itself; what its region as a whole received is another matter. */
const isGovernment = (organ: string): boolean =>
  /(?:政府|[省市区县州旗盟镇乡]|街道(?:办事处)?|管理?委员?会)$/.test(organ);
const isOffice = (organ: string): boolean => /(?:政府|管委会)?(?:办公室|办公厅|办)$/.test(organ);

/** The level that the organ's name ends in: 区 for 云溪市河阳区人民政府. */
const levelOf = (organ: string): string =>
  /([省市区县州旗盟镇乡]|街道)(?:人民政府|政府|办事处)?$/.exec(organ.replace(/管理?委员?会$/, ''))?.[1] ?? '';

/**
 * Reads words of scope at a position.
 * @returns how long they are and whom they mean; undefined when none stand there
 */
export function scopeAt(text: string, at: number, organ: string): { length: number; scope: Scope } | undefined {
  const own = match(OWN, text, at);
  if (own !== null) return { length: own[0].length, scope: 'own' };
  const named = namedOrgan(text, at, organ);
  const other = match(OTHER, text, at);
  if (named >= (other?.[0].length ?? 0) && named > 0) return { length: named, scope: 'own' };
  if (other !== null) {
    const itself = isOffice(organ) && /政府办/.test(other[0]);
    return { length: other[0].length, scope: itself ? 'own' : 'other' };
  }
  const whole = match(WHOLE, text, at);
  if (whole !== null) {
    const level = whole.groups?.level ?? '';
    const department = /[局委厅办部院署处所站]|系统/.test(level);
    const fits = department
      ? level !== '系统'
      : isGovernment(organ) && (levelOf(organ) === level || levelOf(organ) === '');
    return { length: whole[0].length, scope: fits || organ === '' ? 'own' : 'unsure' };
  }
  const all = match(WITH_ALL, text, at);
  if (all !== null) return { length: all[0].length, scope: isGovernment(organ) ? 'own' : 'unsure' };
  const government = match(GOVERNMENT, text, at);
  return government === null ? undefined : { length: government[0].length, scope: 'unsure' };
}

/** Length of the longest part of the organ's own name that stands at a position: 县教育局, 教育局, 平乐县. */
function namedOrgan(text: string, at: number, organ: string): number {
  const place = organ.replace(/(?:人民政府|政府)(?:办公室|办公厅)?$/, '');
  for (const name of [organ, place, organ.replace(/办事处$/, '')])
    for (let from = 0; from <= name.length - 3; from++)
      if (text.startsWith(name.slice(from), at)) return name.length - from;
  return place.length >= 2 && organ !== place && text.startsWith(place, at) ? place.length : 0;
}
