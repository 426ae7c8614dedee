import { PICTURE } from '../../model.js';
import { escaped } from './signs.js';
import { child, elementsOf, settingOf, type XmlElement } from './xml.js';

/** Fields that mark a place or set a value and print nothing themselves. */
const SILENT = /^\s*(?:TC|XE|TA|RD|SET|ASK|PRIVATE|ADVANCE|BOOKMARK|NOTEREF)\b/i;
/** Fields that print something whatever their result says: formulas, signs drawn over one another, lists, other files. */
const PRINTS = /^\s*(?:=|(?:EQ|FORMDROPDOWN|INCLUDETEXT|INCLUDEPICTURE|LINK|EMBED)\b)/i;

interface Field {
  instruction: string;
  /** How much had been printed when the result began, which follows the instruction; undefined before. */
  printedBefore: number | undefined;
  /** What is chosen in a drop-down list, which Word prints though the result is empty. */
  readonly chosen: string | undefined;
}

/**
 * The fields that stand open at a point of the text (ECMA-376, 17.16): they may begin in one paragraph and end in
 * another, and hold each other. Only results are printed; what a field without one prints cannot be known.
 */
export class Fields {
  private readonly open: Field[] = [];
  private instructions = 0;
  private printed = 0;

  /** True where the text is part of an instruction, such as the figure that an IF compares. */
  get instructing(): boolean {
    return this.instructions > 0;
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && field.printedBefore === undefined) field.instruction += text;
  }

  /** Notes that something is printed. */
  print(): void {
    this.printed++;
  }

  /**
   * Passes a mark of a field.
   * @param data what the file tells of a form field at its begin: w:ffData
   * @returns what stands in for a result that the file does not hold
   */
  mark(type: string | undefined, data?: XmlElement): string {
    const field = this.open.at(-1);
    if (type === 'begin') {
      this.open.push({ instruction: '', printedBefore: undefined, chosen: chosenIn(data) });
      this.instructions++;
    } else if (type === 'separate' && field !== undefined && field.printedBefore === undefined) {
      field.printedBefore = this.printed;
      this.instructions--;
    } else if (type === 'end' && field !== undefined) {
      this.open.pop();
      if (field.printedBefore === undefined) this.instructions--;
      const isEmpty = field.printedBefore === undefined || field.printedBefore === this.printed;
      if (field.chosen !== undefined && isEmpty && !this.instructing) return field.chosen;
      const lacks =
        field.printedBefore === undefined
          ? !SILENT.test(field.instruction)
          : field.printedBefore === this.printed && PRINTS.test(field.instruction);
      if (lacks && !this.instructing) return PICTURE;
    }
    return '';
  }

  /**
   * Ends a paragraph. A field whose instruction is not over by then is broken, and must not swallow what follows.
   * @returns what stands in for what it may have swallowed
   */
  endParagraph(): string {
    if (!this.instructing) return '';
    this.instructions = 0;
    this.open.splice(this.open.findIndex((field) => field.printedBefore === undefined));
    return PICTURE;
  }
}

/** The entry of a drop-down list that is chosen (17.16.29): by its number from 0, the first where nothing is told. */
function chosenIn(data: XmlElement | undefined): string | undefined {
  const list = child(data, 'w:ddList');
  if (list === undefined) return undefined;
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry');
  const chosen = settingOf(child(list, 'w:result')) ?? settingOf(child(list, 'w:default')) ?? '0';
  const entry = entries[Number(chosen)];
  return entry === undefined ? PICTURE : escaped(settingOf(entry) ?? '');
}
