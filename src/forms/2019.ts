import { block, type Form, group, leaf, table, total } from './define.js';

const TOTAL = { aliases: ['合计', '共计', '小计'] };
const CHANGE = { measure: { kind: 'change' as const }, aliases: ['本年增减', '本年增', '增减'] };

const items = () => [
  leaf('items_prior', '上一年项目数量'),
  leaf('items_change', '本年增/减', CHANGE),
  leaf('decisions', '处理决定数量'),
];

/** The five 第二十条 items of the 2019 form. 采购总金额 has no unit in its head; it is kept in 元. */
const proactive = table('proactive', {
  title: '二、主动公开政府信息情况',
  blocks: [
    block('第二十条第（一）项', {
      columns: [
        leaf('made', '本年新制作数量', { aliases: ['本年新制发数量'] }),
        leaf('disclosed', '本年新公开数量'),
        leaf('disclosed_total', '对外公开总数量'),
      ],
      rows: [leaf('regulations', '规章'), leaf('normative_documents', '规范性文件', { aliases: ['行政规范性文件'] })],
    }),
    block('第二十条第（五）项', {
      columns: items(),
      rows: [leaf('licensing', '行政许可'), leaf('other_services', '其他对外管理服务事项')],
    }),
    block('第二十条第（六）项', {
      columns: items(),
      rows: [leaf('penalties', '行政处罚'), leaf('coercion', '行政强制')],
    }),
    block('第二十条第（八）项', {
      columns: items().slice(0, 2),
      rows: [leaf('fees', '行政事业性收费')],
    }),
    block('第二十条第（九）项', {
      columns: [
        leaf('projects', '采购项目数量'),
        leaf('amount', '采购总金额', { measure: { kind: 'amount', unit: '元' } }),
      ],
      rows: [leaf('procurement', '政府集中采购')],
    }),
  ],
  continuations: [
    { id: 'items-prior', along: 'columns', now: 'items_prior', before: ['items_prior', 'items_change'], during: [] },
  ],
});

/** The requests table; `other` is what the two editions print differently under （六）其他处理. */
export const requestsTable = (other: ReturnType<typeof leaf>) =>
  table('requests', {
    title: '三、收到和处理政府信息公开申请情况',
    note: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    columnsTitle: '申请人情况',
    blocks: [
      block('', {
        columns: [
          leaf('natural_person', '自然人'),
          group('', '法人或其他组织', [
            leaf('business', '商业企业'),
            leaf('research', '科研机构'),
            leaf('nonprofit', '社会公益组织'),
            leaf('legal_service', '法律服务机构'),
            leaf('other', '其他'),
          ]),
          total('total', '总计', TOTAL),
        ],
        rows: [
          leaf('new', '一、本年新收政府信息公开申请数量'),
          leaf('carried_in', '二、上年结转政府信息公开申请数量'),
          group('', '三、本年度办理结果', [
            leaf('granted', '（一）予以公开'),
            leaf('partial', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'),
            group('refused', '（三）不予公开', [
              leaf('state_secret', '1.属于国家秘密'),
              leaf('other_law', '2.其他法律行政法规禁止公开'),
              leaf('security_stability', '3.危及“三安全一稳定”'),
              leaf('third_party', '4.保护第三方合法权益'),
              leaf('internal_affairs', '5.属于三类内部事务信息'),
              leaf('deliberative', '6.属于四类过程性信息'),
              leaf('enforcement_file', '7.属于行政执法案卷'),
              leaf('administrative_query', '8.属于行政查询事项'),
            ]),
            group('unavailable', '（四）无法提供', [
              leaf('not_held', '1.本机关不掌握相关政府信息'),
              leaf('needs_creation', '2.没有现成信息需要另行制作'),
              leaf('still_unclear', '3.补正后申请内容仍不明确'),
            ]),
            group('unprocessed', '（五）不予处理', [
              leaf('complaint', '1.信访举报投诉类申请'),
              leaf('repeated', '2.重复申请'),
              leaf('publication', '3.要求提供公开出版物'),
              leaf('excessive', '4.无正当理由大量反复申请'),
              leaf('reconfirm', '5.要求行政机关确认或重新出具已获取信息'),
            ]),
            other,
            total('total', '（七）总计', TOTAL),
          ]),
          leaf('carried_out', '四、结转下年度继续办理'),
        ],
      }),
    ],
    balances: [{ left: ['new', 'carried_in'], right: ['total', 'carried_out'] }],
    continuations: [{ id: 'carried-in', along: 'rows', now: 'carried_in', before: ['carried_out'], during: [] }],
  });

export const disputes = table('disputes', {
  title: '四、政府信息公开行政复议、行政诉讼情况',
  oneLine: true,
  blocks: [
    block('', {
      columns: [
        leaf('upheld', '结果维持'),
        leaf('corrected', '结果纠正'),
        leaf('other', '其他结果'),
        leaf('pending', '尚未审结'),
        total('total', '总计', TOTAL),
      ],
      rows: [
        leaf('review', '行政复议'),
        group('', '行政诉讼', [
          leaf('litigation_direct', '未经复议直接起诉'),
          leaf('litigation_after_review', '复议后起诉'),
        ]),
      ],
    }),
  ],
});

/** 国办公开办函〔2019〕60号, the trial form: 198 cells. */
export const form2019: Form = {
  edition: '2019',
  basis: '国办公开办函〔2019〕60号',
  usedFor: 'report years 2019 and 2020',
  tables: {
    proactive,
    requests: requestsTable(leaf('other', '（六）其他处理')),
    disputes,
  },
};
