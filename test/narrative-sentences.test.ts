import { describe, expect, it } from 'vitest';
import { exampleReport, messageOf, validate } from '../src/index.js';
import { statementsOf } from '../src/validate/narrative/reader.js';
import { CLEAN, CONFLICTING, COUNTY } from './support/sentences.js';

const found = (narrative: string, organ = '青岚县人民政府') =>
  validate(exampleReport({ edition: '2021', cells: COUNTY, narrative, report: { organ, year: 2022 } })).filter((f) =>
    f.rule.startsWith('narrative/'),
  );

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

/** Other bodies, other populations, with figures of their own. */
const SCOPED = [
  '县政府办公室共收到政府信息公开申请31件，办结30件。',
  '县政府本级受理政府信息公开申请31件。',
  '其中县本级收到政府信息公开申请31件，答复29件。',
  '局机关全年收到政府信息公开申请9件。',
  '县政府办全年收到依申请公开31件。',
  '县住房和城乡建设局收到政府信息公开申请31件，居县直部门第二位。',
  '各乡镇（街道）共收到政府信息公开申请43件。',
  '县直各部门共受理政府信息公开申请66件，办结64件。',
  '全县向市政府报送备案规范性文件12件。',
  '全年经备案的行政规范性文件13件。',
  '全年制发并报送备案规范性文件11件。',
  '以县政府名义制发规范性文件9件。',
  '县政府及县政府办公室印发行政规范性文件11件。',
  '县市场监管局作出行政处罚决定203件。',
  '县政府作为复议机关，办理政府信息公开行政复议案件11件。',
  '县政府本级因政府信息公开被申请行政复议3件。',
  '通过县政府网站收到政府信息公开申请80件。',
  '通过县政府门户网站依申请公开平台受理政府信息公开申请80件，答复78件。',
  '县政府办公室办理政府信息公开申请25件，予以公开12件，部分公开3件。',
  '县本级现行有效行政规范性文件42件。',
  '全县系统共收到政府信息公开申请210件。',
  '全市共收到政府信息公开申请896件。',
  '全市现行有效行政规范性文件336件。',
  '县政府办公室机关收到政府信息公开申请22件，均已答复。',
  '镇政府收到政府信息公开申请5件。',
  '按一般程序作出行政处罚决定320件。',
  '县政府办公室承办的政府信息公开行政诉讼案件1件。',
  '县级行政事业性收费6520万元。',
];

describe('another body than the table counts', () => {
  it.each(SCOPED)('%s: never a warning', (sentence) =>
    expect(found(sentence).every((f) => f.severity === 'note')).toBe(true),
  );
  it('is a note: documents sent for filing, where their figure is nowhere in the table', () => {
    for (const [count, severities] of [
      [12, ['note']],
      [15, []],
      [60, []],
      [4, []],
    ] as const)
      expect(found(`全年向市政府报备规范性文件${count}件。`).map((f) => f.severity)).toEqual(severities);
    expect(found('制发规范性文件18件，报备13件。').map((f) => f.args.stated)).toEqual(['18件']);
  });
  it('holds for what is said below, up to the next body, and not beyond the paragraph', () => {
    expect(found('县住建局收到政府信息公开申请31件。全县办结政府信息公开申请133件。').map((f) => f.severity)).toEqual([
      'warning',
    ]);
    expect(found('（一）县直部门\n全年收到政府信息公开申请63件，办结60件。')).toEqual([]);
    expect(found('县住建局收到政府信息公开申请31件。\n办结政府信息公开申请133件。').map((f) => f.severity)).toEqual([
      'warning',
    ]);
  });

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
  const report = exampleReport({
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
