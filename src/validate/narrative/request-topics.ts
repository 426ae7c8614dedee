import type { Topic } from './topics.js';

const LAST = '(?:上|前|去)一?年度?';
const NEXT = '(?:下|次|第二|明|后)一?年度?';
const CORPORATE = ['business', 'research', 'nonprofit', 'legal_service', 'other'];
const applicants = (columns: readonly string[]) => ({
  terms: columns.map((c) => `new@${c}`),
  also: [
    columns.map((c) => `total@${c}`),
    columns.flatMap((c) => [`new@${c}`, `carried_in@${c}`]),
    // Published reports also count 法人 as 商业企业 alone, or as everybody who is no natural person.
    ...(columns.length > 1 ? columns.map((c) => [`new@${c}`]) : []),
  ],
});
/** Settled requests may be counted without those carried in. */
const THIS_YEARS: readonly (readonly string[])[] = [['new'], ['new', '-carried_out'], ['total', '-carried_in']];
/** 答复 may leave out what was not processed or otherwise settled. */
const ANSWERED: readonly (readonly string[])[] = [
  ...THIS_YEARS,
  ['total', '-unprocessed.*'],
  ['total', '-other.*'],
  ['total', '-unprocessed.*', '-other.*'],
  ['granted', 'partial'],
  ['granted', 'partial', 'refused.*', 'unavailable.*'],
];
/** 办结22件，其中本年新收20件: those of this year that are settled. */
const SETTLED_NEW: readonly (readonly string[])[] = [
  ['new', '-carried_out'],
  ['total', '-carried_in'],
];
const TAKEN_IN: readonly (readonly string[])[] = [
  ['new', 'carried_in'],
  ['total'],
  ['total', 'carried_out'],
  ...SETTLED_NEW,
];

const flow = (id: string, words: string, terms: string[], also: Topic['also'] = [], bare = false): Topic => ({
  id,
  rule: 'requests',
  words: new RegExp(words, 'y'),
  terms,
  also,
  bare,
});
const outcome = (id: string, words: string, terms: string[], also: Topic['also'] = []): Topic => ({
  id,
  rule: 'outcomes',
  words: new RegExp(words, 'y'),
  terms,
  also,
});
const applicant = (
  id: string,
  words: string,
  columns: readonly string[],
  also: readonly (readonly string[])[] = [],
): Topic => {
  const { terms, also: counted } = applicants(columns);
  return { id, rule: 'applicants', words: new RegExp(words, 'y'), terms, also: [...counted, ...also] };
};

/** Reasons that are named with 无法提供, for the whole group as a rule. */
const UNAVAILABLE =
  '(?:本(?:机关|单位|部门|局))?不掌握(?:相关)?(?:政府)?(?:信息)?|信息不存在|没有现成信息|补正后仍不明确';

/** 收到, 受理, 收办 count this year's requests, alone or with those carried in. */
export const RECEIVED: Topic = flow(
  'received',
  '(?:收到|接收到?|接到|受理|登记受理|收办|接受)(?:并(?:办理|受理|登记))?',
  ['new'],
  TAKEN_IN,
);

export const REQUEST_TOPICS: readonly Topic[] = [
  RECEIVED,
  flow('received_new', '(?:新收到?|新受理|新增)', ['new'], SETTLED_NEW),
  flow(
    'received_answered',
    '(?:收到|受理|接收|接到|收办)(?:并|和|、|及)(?:依法|全部|按时|按期|及时)?(?:办理|答复|回复|办结|处理)',
    ['new'],
    [...TAKEN_IN, ...ANSWERED],
  ),
  flow(
    'carried_in',
    `(?:办理|处理|接续办理|加上|连同|含|包括|包含|另有|以及)?(?:${LAST}(?:度)?(?:的)?(?:申请)?(?:结转(?:至|到)?(?:本年度?|今年)?(?:继续办理|办理)?|转来|转入|遗留|结余|未办结|移交)|结转(?:自)?${LAST}|${LAST}度?结转(?:而)?来?)`,
    ['carried_in'],
    [],
    true,
  ),
  flow(
    'carried_out',
    `(?:(?:因)?(?:尚)?未到(?:办理|答复|法定)?期限)?(?:的)?(?:依法|按规定|需)?(?:顺延|结转|转入|转至|转到|延至|移至|留)(?:至|到|入|由|在)?${NEXT}(?:度)?(?:继续)?(?:办理|答复|处理|办结)?`,
    ['carried_out'],
    [],
    true,
  ),
  flow('pending', '(?:尚|仍|正)在(?:办理|处理|答复)(?:中|之中|过程中)?|(?:尚|仍|还)?未(?:办结|答复|办理完毕)', [
    'carried_out',
  ]),
  flow(
    'settled',
    '(?:办结|办理完毕|处理完毕|办理结果|作出(?:书面)?(?:答复|处理)(?:决定)?|答复办结|办结答复)',
    ['total'],
    THIS_YEARS,
  ),
  flow('answered', '(?:答复|办理答复|回复|予以答复|完成答复|给予答复)', ['total'], ANSWERED),
  // 办理 may count what is still being handled.
  flow('handled', '(?:办理|处理)', ['total'], [...ANSWERED, ['new', 'carried_in']]),
  outcome(
    'granted',
    '(?:予以|同意|全部|准予|可以|决定)(?:予以)?(?:全部)?公开|公开(?=(?:和|及|与|、|或|以及)(?:予以)?部分公开)',
    ['granted'],
    [['granted', 'partial']],
  ),
  outcome('partial', '(?:予以|同意)?部分(?:予以)?公开', ['partial']),
  outcome('refused', '(?:决定)?(?:不予|不)(?:以)?公开(?:决定)?', ['refused.*']),
  outcome(
    'unavailable',
    `(?:因)?(?:(?:${UNAVAILABLE})(?:[、和或及](?:${UNAVAILABLE}))*等?(?:原因)?)?(?:而)?(?:无法|不能|未能)提供`,
    ['unavailable.*'],
    [['unavailable.not_held']],
  ),
  outcome('unprocessed', '不予处理', ['unprocessed.*'], [['unprocessed.*', 'other.*']]),
  outcome('other', '其他处理', ['other.*'], [['unprocessed.*', 'other.*']]),
  outcome('state_secret', '(?:因)?(?:属于|涉及)?国家秘密', ['refused.state_secret']),
  outcome('other_law', '(?:其他)?法律、?(?:行政)?法规禁止公开', ['refused.other_law']),
  outcome('security_stability', '(?:因)?危及三安全一稳定', ['refused.security_stability']),
  outcome('third_party', '(?:因)?(?:保护|涉及|损害)第三方(?:合法权益|利益)', ['refused.third_party']),
  outcome('internal_affairs', '(?:因)?(?:属于|涉及)?(?:三类)?内部(?:事务|管理)信息', ['refused.internal_affairs']),
  outcome('deliberative', '(?:因)?(?:属于|涉及)?(?:四类)?过程性信息', ['refused.deliberative']),
  outcome('enforcement_file', '(?:因)?(?:属于)?行政执法案卷', ['refused.enforcement_file']),
  outcome('administrative_query', '(?:因)?(?:属于)?行政查询事项', ['refused.administrative_query']),
  outcome(
    'not_held',
    '(?:因)?(?:本(?:机关|单位|部门|局|级|行政机关))?不掌握(?:相关)?(?:政府)?信息',
    ['unavailable.not_held'],
    [['unavailable.*']],
  ),
  outcome('needs_creation', '(?:因)?(?:没有现成信息(?:、|,)?(?:需要?(?:要)?另行制作)?|需要?另行制作)', [
    'unavailable.needs_creation',
  ]),
  outcome('still_unclear', '(?:因)?(?:经)?补正后(?:申请内容)?仍(?:然)?不明确', ['unavailable.still_unclear']),
  outcome('complaint', '(?:属于)?信访、?(?:举报|投诉)、?(?:举报|投诉)?类?', ['unprocessed.complaint']),
  outcome('repeated', '(?:属于)?重复申请', ['unprocessed.repeated']),
  outcome('publication', '(?:要求提供)?公开出版物', ['unprocessed.publication']),
  outcome('excessive', '(?:无正当理由)?大量反复申请', ['unprocessed.excessive']),
  outcome('reconfirm', '要求(?:行政机关|本机关)?确认或(?:者)?重新出具已获取信息', ['unprocessed.reconfirm']),
  outcome('no_correction', '(?:申请人)?(?:无正当理由)?逾期不补正', ['other.no_correction']),
  applicant('natural_person', '(?:申请人)?(?:以)?(?:自然人|公民个人|公民|个人)', ['natural_person']),
  // 申请人以个人为主，共128件: them, or all.
  applicant(
    'natural_person',
    '(?:申请人|申请主体)?以?(?:自然人|公民个人|公民|个人)(?:申请)?为主',
    ['natural_person'],
    [['new'], ['total']],
  ),
  applicant('corporate', '(?:法人(?:或|和|及|以及|、|与)(?:者)?其他(?:社会)?组织|法人)', CORPORATE),
  applicant('business', '商业企业|企业', ['business']),
  applicant('research', '科研机构', ['research']),
  applicant('nonprofit', '社会公益组织', ['nonprofit']),
  applicant('legal_service', '法律服务机构', ['legal_service']),
];
