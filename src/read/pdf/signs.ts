/** How the label of a row begins on the form where rows are numbered: （一）, 三、, 2. */
export const LABEL_NUMBER =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))/;
/** A unit that stands alone, as where a narrow cell breaks it from its figure. */
export const UNIT = /^[件宗个次]$|^[万亿]?元$/;
