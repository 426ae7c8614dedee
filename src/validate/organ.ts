import { fold } from '../text.js';

/** What the name of a body tells of its place in the administration. null: the name does not tell. */
export interface OrganKind {
  /** `city` may be a city with districts or one of county level. */
  readonly level: 'province' | 'city' | 'county' | 'town' | null;
  readonly kind: 'government' | 'office' | 'department' | null;
}

/** Cities of province level; their districts are of county level as all are. */
const MUNICIPALITIES = /^(?:北京|上海|天津|重庆)市/;
const DEPARTMENT = /(?:局|委员会|委|厅|部|署|院|总队|支队|大队|中心)$/;
/** Zones have committees that are governments in all but name; their level differs. */
const ZONE = /(?:开发区|新区|高新区|园区|示范区|保税区|度假区|港区|风景区|管理委员会|管委会)/;

/** Level and kind of a body by its name: 青岚县教育局 is a department of a county. */
export function organKind(name: string): OrganKind {
  const organ = fold(name).replace(/\s|[（()）]/g, '');
  const kind = /(?:办公室|办公厅)$/.test(organ)
    ? 'office'
    : DEPARTMENT.test(organ) && !/管理?委员?会$/.test(organ)
      ? 'department'
      : /(?:人民)?政府$|[省市县区州旗镇乡]$|街道办事处$/.test(organ)
        ? 'government'
        : null;
  if (ZONE.test(organ)) return { level: null, kind };
  const place = organ.replace(/(?:人民政府|政府).*$/, '');
  const last =
    /(?<town>镇|乡(?!村)|街道)|(?<county>县|(?<!自治|地)区|旗)|(?<city>市|自治州|盟|地区)|(?<province>省|自治区)/g;
  const found = [...(kind === 'department' ? place.replace(/[^省市县区州旗盟镇乡]+$/, '') : place).matchAll(last)].at(
    -1,
  );
  const groups = found?.groups ?? {};
  const level = (['town', 'county', 'city', 'province'] as const).find((l) => groups[l] !== undefined) ?? null;
  return { level: level === 'city' && MUNICIPALITIES.test(organ) ? 'province' : level, kind };
}

/**
 * A name reduced to what the reports of one body share over the years: no spaces and brackets, 政府 for 人民政府, the
 * government's office for the government whose report it edits.
 */
export const organKey = (name: string): string =>
  fold(name)
    .replace(/[\s()[\]〔〕《》·]/g, '')
    .replace(/(?:办公室|办公厅)$/, '')
    .replace(/(?:人民)?政府$/, '')
    .replace(/街道办事处$|街道办$/, '街道')
    .replace(/管理委员会$/, '管委会');
