import { narrativeRule } from './narrative-rule.js';

/**
 * What the text says was received, carried in, settled and carried over, against the requests table.
 * Known false positives: a table that counts a whole district under a sentence that counts its government office without
 * saying so (the published pair 17 against 95); 收到 that leaves out requests withdrawn before they were registered.
 * Deliberately silent: 受理 or 收到 that equals 新收 + 上年结转; 答复 without those not processed; 按期答复, 通过网络收到
 * and other parts; other years; 余, 近, 约.
 */
export const narrativeRequests = narrativeRule('requests', {
  id: 'narrative/requests',
  basis: '条例第五十条：年度报告包括收到和处理政府信息公开申请的情况；文字与表格应当一致',
  about: {
    en: 'Requests received, carried in, settled or carried over: the text and the table differ.',
    zh: '新收、结转、办结数量：文字与表格不一致。',
  },
  examples: [
    {
      edition: '2021',
      cells: { 'requests.new.total': '79' },
      narrative: '全县共收到政府信息公开申请79件。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'requests.new.total': '79' },
      narrative: '全县共收到政府信息公开申请82件。',
      raises: ['new/total'],
    },
    {
      edition: '2021',
      cells: { 'requests.new.total': '19', 'requests.carried_in.total': '2' },
      narrative: '本年受理政府信息公开申请21件。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'requests.new.total': '95' },
      narrative: '区政府办公室收到政府信息公开申请17件。',
      raises: ['new/total'],
    },
    {
      edition: '2021',
      cells: { 'requests.carried_out.total': '32', 'requests.new.total': '1298' },
      narrative: '收到政府信息公开申请1298件，结转下年度继续办理38件。',
      raises: ['carried_out/total'],
    },
    {
      edition: '2021',
      cells: { 'requests.new.total': '2', 'requests.new.research': '2' },
      narrative: '本年度未收到政府信息公开申请。',
      raises: ['new/total'],
    },
    {
      edition: '2021',
      cells: { 'requests.new.total': '12345' },
      narrative: '全市共收到政府信息公开申请1.2万件。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'requests.new.total': '26' },
      narrative: '全年受理网络问政182件。上一年度同类申请36件。',
      raises: [],
    },
  ],
});
