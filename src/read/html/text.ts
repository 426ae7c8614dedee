import type { Element, ParentNode } from 'domhandler';
import { PICTURE, RIGHT_TO_LEFT } from '../../model.js';
import { raised } from '../raised.js';
import { madeBy, pictureOf } from './made.js';
import { rawText } from './raw-text.js';
import { type Display, isElement } from './visible.js';

const DIGIT = /[\d０-９]/;

/** White space as a browser collapses it; no-break and ideographic spaces stay. */
export const collapse = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ');

/** Lines trimmed, blank ones dropped. */
export const tidy = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n')
    : text.trim();

/** What an element shows that is not simply the text inside it; undefined for all others. */
export function ownText(node: Element, display: Display): string | undefined {
  switch (node.name) {
    case 'br':
      return '\n';
    case 'img':
      return display.shows(node, 'picture') ? pictureOf(node) : '';
    case 'svg':
    case 'canvas':
      return display.shows(node, 'picture') ? PICTURE : '';
    case 'input':
      return display.shows(node, 'picture') ? inputText(node) : '';
    case 'select':
      return display.shows(node, 'picture') ? rawText(selectedOption(node)) : '';
    case 'button':
      return buttonText(plainText(node, display));
    default:
      return isRaised(node, display) ? raised(plainText(node, display)) : undefined;
  }
}

const isRaised = (node: Element, display: Display): boolean =>
  node.name === 'sup' || node.name === 'sub' || display.isRaised(node);

function inputText({ attribs: { type = '', value = '' } }: Element): string {
  if (/^(?:hidden|checkbox|radio|file)$/i.test(type)) return '';
  if (/^(?:submit|reset|button)$/i.test(type)) return buttonText(value);
  return /^(?:image|range|color)$/i.test(type) || (/^password$/i.test(type) && value !== '') ? PICTURE : value;
}

/** Buttons say what they do, beside the figures; one with a figure on it may be the figure. */
const buttonText = (text: string): string => (DIGIT.test(text) ? text : '');

function selectedOption(select: Element): ParentNode {
  const options = select.children.filter((node): node is Element => isElement(node) && node.name === 'option');
  return options.find((option) => 'selected' in option.attribs) ?? options[0] ?? select;
}

/** Where a block begins or ends inside a cell (Unicode's paragraph separator), until the cell's text is put together. */
const BLOCK = '\u2029';

/** Fewer digits than these fit into any cell: a line break among them divides figures, not one figure. */
const NEVER_BROKEN = /^(?=(?:\n?\p{Nd}){2,3}$)\p{Nd}+(?:\n\p{Nd}+)+$/u;
const divided = (block: string): string => (NEVER_BROKEN.test(block) ? block.replace(/\n/g, '\n\n') : block);

/** Blocks below one another; between two figures stays an empty line, so that they never pass for one cut by a break. */
const stacked = (text: string): string =>
  text
    .split(BLOCK)
    .map((block) => divided(tidy(block)))
    .filter((block) => block !== '')
    .reduce((above, block) => above + (/\p{Nd}$/u.test(above) && /^\p{Nd}/u.test(block) ? '\n\n' : '\n') + block, '')
    .trim();

/**
 * The text of a cell as shown: blocks and `<br>` break lines, blank lines dropped.
 * @param untilBlock only what stands before the first block
 */
export function plainText(element: Element, display: Display, untilBlock = false): string {
  let text = madeBy(element, display);
  const textIn = (parent: ParentNode, data: string) =>
    collapse(data) + (DIGIT.test(data) && display.isPale(parent) ? PICTURE : '');
  /** @returns false to stop */
  const visit = (parent: ParentNode): boolean => {
    if (isElement(parent) && display.isTurned(parent)) text += RIGHT_TO_LEFT;
    for (const node of display.inOrder(parent)) {
      if (node.type === 'text' && display.shows(parent, 'text')) text += textIn(parent, node.data);
      if (!isElement(node)) continue;
      text += madeBy(node, display);
      const shown = display.of(node);
      if (shown === 'none') continue;
      const block = shown === 'block' || shown.startsWith('table');
      if (block && untilBlock) return false;
      if (block) text += BLOCK;
      const own = ownText(node, display);
      if (own !== undefined) text += own;
      else if (!visit(node)) return false;
      if (block) text += BLOCK;
    }
    return true;
  };
  visit(element);
  return stacked(text);
}
