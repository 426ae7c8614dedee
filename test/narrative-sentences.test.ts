import { describe, expect, it } from 'vitest';
import { messageOf, validate } from '../src/index.js';
import { statementsOf } from '../src/validate/narrative/reader.js';
import { formReport } from './form-report.js';

/** A consistent table of a county government for 2022, with every outcome in use. */
const CELLS: Record<string, string> = {
  'proactive.normative_documents.issued': '15',
  'proactive.normative_documents.repealed': '4',
  'proactive.normative_documents.in_force': '60',
  'proactive.licensing.decisions': '550',
  'proactive.penalties.decisions': '436',
  'proactive.coercion.decisions': '8',
  'proactive.fees.amount': '10853.27',
  'requests.new.natural_person': '110',
  'requests.new.business': '15',
  'requests.new.legal_service': '3',
  'requests.new.total': '128',
  'requests.carried_in.natural_person': '7',
  'requests.carried_in.total': '7',
  'requests.granted.total': '60',
  'requests.partial.total': '11',
  'requests.refused.third_party.total': '4',
  'requests.refused.internal_affairs.total': '3',
  'requests.unavailable.not_held.total': '30',
  'requests.unavailable.needs_creation.total': '6',
  'requests.unprocessed.complaint.total': '5',
  'requests.unprocessed.repeated.total': '2',
  'requests.other.misc.total': '2',
  'requests.total.natural_person': '105',
  'requests.total.business': '15',
  'requests.total.legal_service': '3',
  'requests.total.total': '123',
  'requests.carried_out.natural_person': '12',
  'requests.carried_out.total': '12',
  'disputes.review.upheld': '4',
  'disputes.review.corrected': '1',
  'disputes.review.pending': '2',
  'disputes.review.total': '7',
  'disputes.litigation_direct.upheld': '2',
  'disputes.litigation_direct.total': '2',
  'disputes.litigation_after_review.upheld': '1',
  'disputes.litigation_after_review.other': '2',
  'disputes.litigation_after_review.total': '3',
};

const found = (narrative: string, organ = '青岚县人民政府') =>
  validate(formReport({ edition: '2021', cells: CELLS, narrative, report: { organ, year: 2022 } })).filter((f) =>
    f.rule.startsWith('narrative/'),
  );

/** As offices write, in agreement or about something else: nothing may be said. */
const CLEAN = [
  '2022年，全县共收到政府信息公开申请128件，上年结转7件，已办结123件，结转下年度12件。',
  '全县各级行政机关累计受理政府信息公开申请128件，较2021年同比上升20.7%，答复政府信息公开申请123件，均在法定期限内予以答复。',
  '本年度共办理依申请公开135件（含上年度结转7件），其中结转下年度继续办理12件。',
  '2022年我县收办政府信息公开申请135件。',
  '全县受理依申请公开事项128件，按期答复率100%。',
  '受理政府信息公开申请128件，其中当面申请12件、网络申请80件、信函申请36件。',
  '全县收到政府信息公开申请128件，比上年增加23件，增长21.9%。',
  '2021年收到政府信息公开申请105件，2022年收到政府信息公开申请128件。',
  '其中2021年共收到政府信息公开申请105件。',
  '上半年收到政府信息公开申请60件，下半年收到68件。',
  '收到政府信息公开申请128件，涉及土地征收类50件、城乡建设类30件、财政预算类10件。',
  '自2008年条例施行以来，全县累计受理政府信息公开申请1820件。',
  '办理依申请公开123件，予以公开60件、部分公开11件，占比分别为48.8%和8.9%。',
  '对政府信息公开申请，予以公开及部分公开71件，占57.7%；不予公开7件，占5.7%；无法提供36件，占29.27%；不予处理7件，占5.6%。',
  '依申请公开答复中，因本机关不掌握等原因无法提供36件，其他处理2件。',
  '政府信息公开申请中，自然人申请110件，法人或其他组织申请18件，占14.1%。',
  '依申请公开方面，自然人110件，占85.94%，法人和其他组织18件，占14.06%。',
  '共收到申请128件，其中115件为自然人当面提出。',
  '依申请公开答复申请123件，其中60件予以公开，11件部分公开，7件不予公开。',
  '收到政府信息公开申请100余件，答复近120件。',
  '全县新收政府信息公开申请0.01万件。',
  '受理政府信息公开申请128件，其中20件申请人主动撤回，3件延期答复。',
  '因政府信息公开被申请行政复议7件，其中维持4件，纠正1件，尚未审结2件；被提起行政诉讼5件。',
  '因政府信息公开引发行政诉讼3件，均为复议后起诉。',
  '涉及政府信息公开的行政复议、行政诉讼案件12件。',
  '全年办理行政复议案件356件，行政应诉案件48件。',
  '县司法局全年审结行政复议案件212件，其中维持150件，纠正30件。',
  '制发行政规范性文件15件，废止4件，现行有效60件，向市政府备案规范性文件12件。',
  '全县共清理行政规范性文件236件，公布继续有效规范性文件目录。',
  '12345热线全年受理群众诉求8000件，办结7990件，答复满意率99%。',
  '依申请公开128件。12345热线受理工单800件，办结790件，结转下年10件。',
  '收到政府信息公开申请128件。全年承办人大代表建议41件、政协提案11件，办结52件，答复率100%。',
  '县信访局接待来信来访，受理信访事项300件，办结298件。',
  '各乡镇共收到政府信息公开申请40件，县直部门收到政府信息公开申请80件。',
  '本机关不存在收取信息处理费的情况。全年未收到举报投诉。',
  '对涉及面广、争议集中的申请，组织会商3次，上一年度同类申请36件中反映出的说理不足问题有所改善。',
  '办结政府信息公开申请123件，其中本年新收116件、上年结转7件。',
  '答复政府信息公开申请116件（不含不予处理7件）。',
  '收到政府信息公开申请１２８件，办结　１２３　件。',
  '县水利局收到政府信息公开申请9件，县教育局收到政府信息公开申请6件。',
  '收到政府信息公开申请128件，补正通知14件，征求第三方意见6件。',
  '行政许可550件，行政处罚420件。',
  '针对政府信息公开申请作出答复123件，其中公开71件。',
  '全县收到政府信息公开申请128件，其中乡镇（街道）收到52件，县直部门收到76件。',
  '县本级收到政府信息公开申请76件，局机关收到52件。',
  '收到政府信息公开申请128件，县直部门方面，收到80件，办结79件。',
  '全县共新收政府信息公开申请128件、结转上年7件，已办结123件，尚在办理12件。',
  '依申请公开128件。共受理800件12345热线工单，办结790件。',
  '第一季度收到申请20件，第二季度收到申请36件，第三季度收到申请42件，第四季度收到申请30件。',
  '全年受理政府信息公开申请128件，较2021年（105件）增加23件。',
  '依申请公开工作中存在答复不规范问题，抽查申请件30件，发现问题5件，办结整改5件。',
  '全年发生行政复议案件356件，被纠正12件。',
  '对2018年以来制定的规范性文件进行清理，废止30件，失效12件，继续有效150件。',
  '全年制发规范性文件15件，其中以县政府名义制发9件，以县政府办名义制发6件。',
  '因政府信息公开工作被申请行政复议、提起行政诉讼共12件。',
  '县司法局共办理行政复议案件58件，其中涉及政府信息公开7件。',
  '收到政府信息公开申请128件，其中11件按规定程序办结，8件申请人主动撤销。',
  '全县收到政府信息公开申请一百二十八件，办结一百二十三件，结转下年度十二件。',
  '收到政府信息公开申请百余件，办结一百余件，三五件仍在办理，数十件延期答复。',
  '依申请公开方面，推进高效办成一件事，上百件申请与部门一起办理，没有一件超期，重复申请两、三件。',
  '作出行政许可处理决定550件、行政处罚处理决定436件、行政强制处理决定八件。',
  '本年处理决定数量：行政许可550件，行政处罚436件。',
  '公开行政许可决定500件，行政处罚决定400件。全县办理行政许可6000件，行政处罚案件1300件。',
  '县市场监管局作出行政处罚决定300件。撤销行政处罚决定3件。',
  '2021年作出行政处罚决定1100件，2022年作出行政处罚决定436件。',
  '全年收取行政事业性收费1.09亿元，减免行政事业性收费300万元，行政事业性收费项目12项。',
  '行政事业性收费10853.27万元（108532700元）。',
  '近三年来，全县共收到政府信息公开申请390件，办结385件。',
  '截至11月底，全县收到政府信息公开申请115件。',
  '2022年1-9月，全县收到政府信息公开申请90件，办结80件。',
  '截至2022年12月31日，收到政府信息公开申请128件。',
  '局机关收到政府信息公开申请9件，各乡镇收到119件。',
  '其中，县政府办公室受理政府信息公开申请45件，答复44件。',
  '本年制发行政规范性文件15件，其中县政府制发8件，部门制发7件。',
  '我县办理政府信息公开申请123件，其中，县政府办22件，占17.9%。',
  '2020年、2021年、2022年分别收到政府信息公开申请90件、108件、128件。',
  '全县收到政府信息公开申请128件，其中涉及行政许可12件、行政处罚8件、土地征收40件。',
  '全县新增主动公开政府信息15200条，其中规范性文件15件，行政许可500件，行政处罚400件，行政强制7件。',
  '因政府信息公开被提起行政诉讼一审案件2件、二审3件，均胜诉。',
  '政府信息公开申请中有两件转交县自然资源局办理，一件由申请人撤回，五件为历史遗留。',
];

/** A sentence, and the cells that it contradicts. */
const CONFLICTING: readonly (readonly [string, readonly string[]])[] = [
  ['2022年，全县共收到政府信息公开申请131件。', ['requests.new.total']],
  ['本年度新收政府信息公开申请138件，办理上年结转申请7件，作出答复123件，结转下年度12件。', ['requests.new.total']],
  ['全年共收到政府信息公开申请128件，上年结转9件，办结123件，结转下年度继续办理12件。', ['requests.carried_in.total']],
  [
    '共受理政府信息公开申请128件，加上上年结转的7件，已办理答复132件，另有12件结转至下年度办理。',
    ['requests.total.total'],
  ],
  [
    '新收到公民、法人和其他组织提出的政府信息公开申请128件，上一年度转来7件；截至年底办结123件，尚有21件转入下一年度。',
    ['requests.carried_out.total'],
  ],
  ['收到依申请公开128宗，答复123宗（含上年度结转8宗），未到办理期限结转下年的12宗。', ['requests.carried_in.total']],
  ['2022年我县新收申请128件（自然人100件、商业企业15件）；上年结转申请7件。', ['requests.new.natural_person']],
  [
    '收到依申请公开128件，从申请主体看，公民个人提出的有118件；从办理结果看，同意公开的60件、部分公开的11件。',
    ['requests.new.natural_person'],
  ],
  ['政府信息公开申请办理结果中，予以公开60件、部分公开13件；申请人以自然人为主，为110件。', ['requests.partial.total']],
  ['对政府信息公开申请，予以公开及部分公开58件。', ['requests.granted.total', 'requests.partial.total']],
  ['依申请公开办结123件，其中40件予以公开。', ['requests.granted.total']],
  ['依申请公开方面，本机关不掌握相关信息的28件。', ['requests.unavailable.not_held.total']],
  ['依申请公开方面，重复申请3件，信访举报投诉类申请5件。', ['requests.unprocessed.repeated.total']],
  ['依申请公开工作中，尚有15件依法顺延到下一年度。', ['requests.carried_out.total']],
  ['本年度未收到政府信息公开申请。', ['requests.new.total']],
  ['因政府信息公开引发的行政复议8件，未经复议直接起诉2件，复议后起诉3件。', ['disputes.review.total']],
  [
    '涉及政府信息公开的行政复议案件7起；行政诉讼案件中，直接起诉4起，经复议后起诉3起。',
    ['disputes.litigation_direct.total'],
  ],
  [
    '全年因信息公开被申请行政复议7件，被直接提起行政诉讼2件，复议后再诉讼6件。',
    ['disputes.litigation_after_review.total'],
  ],
  ['因政府信息公开被申请行政复议7件，其中结果维持4件，结果纠正3件。', ['disputes.review.corrected']],
  ['全年制发行政规范性文件15件，废止6件，现行有效60件。', ['proactive.normative_documents.repealed']],
  ['行政规范性文件方面，新制定15件，清理废止4件，目前有效66件。', ['proactive.normative_documents.in_force']],
  ['收到政府信息公开申请128件，已答复123件，其余15件尚未办结。', ['requests.carried_out.total']],
  ['本年度共受理131件政府信息公开申请。', ['requests.new.total']],
  ['我县共收到政府信息公开申请（含信函）131件。', ['requests.new.total']],
  ['（二）依申请公开情况。2022年全县共收到政府信息公开申请131件，均已答复。', ['requests.new.total']],
  ['今年共收到依申请公开131件，其中予以公开60件。', ['requests.new.total']],
  ['全年共收到政府信息公开申请1万件。', ['requests.new.total']],
  ['全县收到政府信息公开申请一百三十八件。', ['requests.new.total']],
  ['因政府信息公开被申请行政复议七件，其中结果维持四件，结果纠正两件。', ['disputes.review.corrected']],
  ['全年制定出台规范性文件15件，废止14件。', ['proactive.normative_documents.repealed']],
  ['政府信息公开申请答复中，公开和部分公开77件。', ['requests.granted.total', 'requests.partial.total']],
  ['全年作出行政许可决定505件，行政处罚436件，行政强制8件。', ['proactive.licensing.decisions']],
  ['行政许可处理决定550件，行政处罚处理决定463件。', ['proactive.penalties.decisions']],
  ['全年收取行政事业性收费1.9亿元。', ['proactive.fees.amount']],
  ['全年行政事业性收费9853.27万元。', ['proactive.fees.amount']],
  ['政府信息公开申请，予以公开60件，占58.4%。', ['requests.granted.total']],
  [
    '2022年，全县各级行政机关共收到公民、法人和其他组织的政府信息公开申\n- 3 -\n请 131 件，办结123件。',
    ['requests.new.total'],
  ],
];

describe('sentences that agree, or speak of something else', () => {
  it.each(CLEAN)('%s', (sentence) => expect(found(sentence)).toEqual([]));
});

describe('sentences that contradict a cell', () => {
  it.each(CONFLICTING)('%s', (sentence, cells) => {
    const findings = found(sentence);
    expect(findings.map((f) => f.cells)).toEqual([cells]);
    expect(findings[0]?.severity).toBe('warning');
    expect(findings[0]?.args.sentence).toBeTypeOf('string');
  });
});

describe('the message', () => {
  it('names a group by its own label', () =>
    expect(found('答复政府信息公开申请123件，其中无法提供38件。').map((f) => messageOf(f, 'zh'))).toEqual([
      '（四）无法提供：文字写 38件，表中为 36（「答复政府信息公开申请123件，其中无法提供38件。」）',
    ]));
  it('names a group of applicants by its own label', () =>
    expect(found('政府信息公开申请中，法人或其他组织提出的申请25件。').map((f) => messageOf(f, 'en'))).toEqual([
      '一、本年新收政府信息公开申请数量 · 法人或其他组织: the text states 25件, the table prints 18 (“政府信息公开申请中，法人或其他组织提出的申请25件。”)',
    ]));
  it('says 无 where the text says none, and quotes a long sentence around the figure', () => {
    expect(found('本年度未收到政府信息公开申请。').map((f) => messageOf(f, 'en'))).toEqual([
      '一、本年新收政府信息公开申请数量: the text states 无, the table prints 128 (“本年度未收到政府信息公开申请。”)',
    ]);
    const long = `${'坚持以公开为常态、不公开为例外，'.repeat(8)}收到政府信息公开申请131件，均已答复。`;
    expect(messageOf(found(long)[0] as never, 'zh')).toMatch(/（「….{40,100}131件，均已答复。」）$/);
  });
});

describe('another body than the table counts', () => {
  it('is a note: the government office', () =>
    expect(found('区政府办公室共收到政府信息公开申请17件。').map((f) => f.severity)).toEqual(['note']));
  it('is a note: the whole county in the report of its office', () =>
    expect(found('全县共收到政府信息公开申请395件。', '青岚县人民政府办公室').map((f) => f.severity)).toEqual([
      'note',
    ]));
  it('is a warning where other figures of the paragraph show that they count the same', () =>
    expect(
      found('全县共收到政府信息公开申请395件，办结123件。', '青岚县人民政府办公室').map((f) => f.severity),
    ).toEqual(['warning']));
});

describe('上海市人民政府办公厅 2019, as published: 总计 blank for every outcome, 258 where the rows give 275', () => {
  const blank = (row: string) => ({ [`requests.${row}.total`]: '' });
  const cells = {
    'requests.new.natural_person': '821',
    'requests.new.business': '35',
    'requests.new.legal_service': '2',
    'requests.new.other': '1',
    'requests.new.total': '859',
    'requests.carried_in.natural_person': '18',
    'requests.carried_in.total': '18',
    'requests.granted.natural_person': '258',
    'requests.granted.business': '12',
    'requests.granted.legal_service': '1',
    'requests.granted.other': '1',
    ...blank('granted'),
    'requests.partial.natural_person': '3',
    ...blank('partial'),
    'requests.refused.state_secret.natural_person': '14',
    ...blank('refused.state_secret'),
    'requests.refused.internal_affairs.natural_person': '5',
    ...blank('refused.internal_affairs'),
    'requests.refused.deliberative.natural_person': '3',
    'requests.refused.deliberative.business': '1',
    ...blank('refused.deliberative'),
    'requests.refused.administrative_query.natural_person': '10',
    'requests.refused.administrative_query.business': '2',
    ...blank('refused.administrative_query'),
    'requests.unavailable.not_held.natural_person': '252',
    'requests.unavailable.not_held.business': '12',
    'requests.unavailable.not_held.legal_service': '1',
    ...blank('unavailable.not_held'),
    'requests.unavailable.needs_creation.natural_person': '44',
    'requests.unavailable.needs_creation.business': '3',
    ...blank('unavailable.needs_creation'),
    'requests.unavailable.still_unclear.natural_person': '25',
    ...blank('unavailable.still_unclear'),
    'requests.unprocessed.complaint.natural_person': '148',
    'requests.unprocessed.complaint.business': '1',
    ...blank('unprocessed.complaint'),
    'requests.unprocessed.repeated.natural_person': '5',
    'requests.unprocessed.repeated.business': '4',
    ...blank('unprocessed.repeated'),
    ...blank('other'),
    'requests.total.natural_person': '767',
    'requests.total.business': '35',
    'requests.total.legal_service': '2',
    'requests.total.other': '1',
    'requests.total.total': '805',
    'requests.carried_out.natural_person': '72',
    'requests.carried_out.total': '72',
    'disputes.review.upheld': '5',
    'disputes.review.pending': '2',
    'disputes.review.total': '7',
    'disputes.litigation_direct.upheld': '8',
    'disputes.litigation_direct.pending': '1',
    'disputes.litigation_direct.total': '9',
  };
  const narrative =
    '市政府办公厅代表市政府共受理政府信息公开申请859件，申请数量较去年回落12.3%；答复政府信息公开申请805件（含上年度结转申请18件，另有72件申请按照《条例》顺延到下年度答复），均在法定期限内予以答复。予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%；因本机关不掌握等原因无法提供265件，占32.9%；不予处理158件，占19.6%；其他处理0件。信息公开类行政复议7件，诉讼9件，均获维持。';
  const report = formReport({
    edition: '2019',
    cells,
    narrative,
    report: { organ: '上海市人民政府办公厅', year: 2019 },
  });
  it('differs in that one sentence', () =>
    expect(
      validate(report)
        .filter((f) => f.rule.startsWith('narrative/'))
        .map((f) => [f.rule, f.severity, f.cells, f.args.stated, f.args.printed]),
    ).toEqual([['narrative/outcomes', 'warning', ['requests.granted.total', 'requests.partial.total'], '258件', 275]]));
  it('is read whole', () => expect(statementsOf(report)).toHaveLength(11));
});
