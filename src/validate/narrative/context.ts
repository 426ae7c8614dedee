import type { Report } from '../../model.js';
import type { Token } from './lexicon.js';
import type { State } from './meaning.js';
import type { Sentence } from './sentences.js';
import type { Domain } from './topics.js';

/** Work of an office that is counted in 件 and is no request for information. */
const FOREIGN =
  /热线|12345|来信|来访|信访|留言|提案|建议|议案|咨询|问政|诉求|工单|许可|处罚|信箱|投诉|举报|备案(?<!文件.{0,8}备案)|审查|项目|依申请政务|政务服务|办件|网友|舆情|互动|救助|复核|确权|登记证|仲裁|调解|案卷评查|规章制度/;
const MARKS = new RegExp(
  `(?<requests>信息公开(?:的)?申请|依申请公开|申请公开|公开申请|依申请(?:政府)?信息公开|新收申请)|(?<disputes>复议|诉讼|起诉)|(?<normative>规范性文件)|(?<regulations>规章(?!制度))|(?<foreign>${FOREIGN.source})`,
  'g',
);
/** Outcomes of requests whose names hold foreign words. */
const OUTCOMES = /信访、?(?:举报|投诉)、?(?:举报|投诉)|行政执法案卷/g;
const YEAR =
  /(?<!较|比|与|同|和|据|按)((?:19|20)\d{2})年(?!\d{1,2}月\d{1,2}日|第|版|以来|(?:度)?(?:结转|转来|转入|遗留)|(?:政府信息公开)?(?:工作)?(?:年度)?报告)/g;
const CARRIED_TO = /(?:至|到|入|下|转)$/;

/** The last subject named in a stretch of text: null for one that no table counts, undefined where none is named. */
export function domainOf(text: string): Domain | null | undefined {
  const masked = text.replace(OUTCOMES, (found) => '〇'.repeat(found.length));
  const last = [...masked.matchAll(MARKS)].at(-1)?.groups;
  if (last === undefined) return undefined;
  const named = (['requests', 'disputes', 'normative', 'regulations'] as const).find((d) => last[d] !== undefined);
  return named ?? null;
}

/** The last year named in a stretch of text. */
export function yearOf(text: string): number | null {
  const years = [...text.matchAll(YEAR)].filter((m) => !CARRIED_TO.test(text.slice(0, m.index)));
  const last = years.at(-1)?.[1];
  return last === undefined ? null : Number(last);
}

/** 上半年, 截至11月底, 1至9月; 近三年来. 12月31日 ends the whole year. */
const OTHER_TIME =
  /上半年|下半年|季度|(?<!\d)\d{1,2}月份|(?<!\d)(?!12月)\d{1,2}月(?:底|末|初|[上中下]旬)|[一二三四]季|(?<!\d)\d{1,2}月?[至到~-](?!12月)\d{1,2}月|截[至止]到?(?:\d{4}年)?(?!12月)\d{1,2}月|以来|近[\d一二两三四五六七八九十几]+年|(?<!一)年来|历年|多年/;

/** True where the text speaks of a part of the year, or of several years. */
const namesOtherTime = (text: string): boolean => OTHER_TIME.test(text);

/** Characters in which the year last named is looked for: a paragraph, and not a whole page without one. */
const REMEMBERED = 2000;

/** True when the words speak of the report's year, and carried-over requests of the year next to it. */
export function inTime(tokens: readonly Token[], state: State, report: Report, upTo: string): boolean {
  for (const token of tokens) {
    if (token.kind !== 'year' || report.year === null) continue;
    const expected = token.carried === null ? report.year : report.year + (token.carried === 'in' ? -1 : 1);
    if (token.year !== expected) return false;
  }
  const year = yearOf(upTo.slice(-REMEMBERED));
  if (year !== null) state.year = year;
  return (
    (state.year === null || report.year === null || state.year === report.year) &&
    !namesOtherTime(lastOf(upTo.slice(-REMEMBERED)))
  );
}

/** The running sentence up to a figure. */
const lastOf = (text: string): string => text.split(/[。!?;]/).at(-1) ?? '';

/** 累计收到329件，其中2020年96件: a sum over several years. */
export const splitsByYear = (rest: string, year: number | null): boolean => {
  const named = /^[^。;]*?其中[,:]?((?:19|20)\d{2})年(?!度?(?:结转|转来|遗留))/.exec(rest)?.[1];
  return named !== undefined && year !== null && Number(named) !== year;
};

/** Disputes are meant only where they are about information disclosure: a justice bureau decides many others. */
export const speaksOfDisclosure = (sentence: Sentence): boolean =>
  sentence.section === 'disputes' || /信息公开|公开申请|依申请/.test(sentence.text);

/** Decisions that were taken; what is published, checked or reviewed of them is another count. */
export const speaksOfDecisions = (text: string): boolean =>
  /处理决定|(?:作|做)出了?行政(?:许可|处罚|强制)|行政(?:许可|处罚|强制)决定/.test(text) &&
  !/公[开示布]|发布|归集|上传|报送|录入|推送|抽查|评查|案卷|备案|撤销|纠正|信息/.test(text);
