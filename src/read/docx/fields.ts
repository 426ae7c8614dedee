import { PICTURE } from '../../model.js';

/** Fields that mark a place or set a value and print nothing themselves. */
const SILENT = /^\s*(?:TC|XE|TA|RD|SET|ASK|PRIVATE|ADVANCE|BOOKMARK|NOTEREF)\b/i;
/** Fields that print something whatever their result says: formulas, and signs drawn over one another. */
const PRINTS = /^\s*(?:=|EQ\b)/i;

interface Field {
  instruction: string;
  /** Instruction first, then the result as it was last worked out. */
  inResult: boolean;
  empty: boolean;
}

/**
 * The fields that stand open at a point of the text (ECMA-376, 17.16): they may begin in one paragraph and end in
 * another, and hold each other. Only results are printed; what a field without one prints cannot be known.
 */
export class Fields {
  private readonly open: Field[] = [];

  /** True where the text is part of an instruction, such as the figure that an IF compares. */
  get instructing(): boolean {
    return this.open.some((field) => !field.inResult);
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field !== undefined && !field.inResult) field.instruction += text;
  }

  /** Notes that something is printed. */
  print(): void {
    for (const field of this.open) field.empty = false;
  }

  /**
   * Passes a mark of a field.
   * @returns what stands in for a result that the file does not hold
   */
  mark(type: string | undefined): string {
    const field = this.open.at(-1);
    if (type === 'begin') this.open.push({ instruction: '', inResult: false, empty: true });
    else if (field === undefined) return '';
    else if (type === 'separate') field.inResult = true;
    else if (type === 'end') {
      this.open.pop();
      const { instruction, inResult, empty } = field;
      const lacks = inResult ? empty && PRINTS.test(instruction) : !SILENT.test(instruction);
      if (lacks && !this.instructing) return PICTURE;
    }
    return '';
  }
}
