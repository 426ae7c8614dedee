import type { Element } from 'domhandler';
import { PICTURE } from '../../model.js';
import { rawText } from './raw-text.js';
import { type Display, isElement } from './visible.js';

/** What draws figures without text: other documents, films, drawings of old Word pages, gauges. */
const DRAWN = new Set('iframe object embed video audio v:imagedata meter progress'.split(' '));
const WRITES = /document\s*\.\s*write/;
const SPRITE = /background[^;]*url\(/i;

/** A picture as printed text; the one-pixel pictures that hold cells open show nothing. */
export const pictureOf = ({ attribs }: Element): string =>
  /^[012](?:px)?$/.test(attribs.width ?? '') || /^[012](?:px)?$/.test(attribs.height ?? '') ? '' : PICTURE;

/**
 * The stand-in for what an element of a cell shows beside its text, where that may be a figure: what a script writes
 * there, a style sheet adds or a picture behind it shows. '' where there is no such thing.
 */
export function madeBy(node: Element, display: Display): string {
  if (node.name === 'script') return WRITES.test(rawText(node)) ? PICTURE : '';
  const { style = '', hidden } = node.attribs;
  if (DRAWN.has(node.name)) return hidden !== undefined || /display\s*:\s*none/i.test(style) ? '' : pictureOf(node);
  const isSprite = SPRITE.test(style) && display.of(node) !== 'table-cell' && rawText(node).trim() === '';
  return display.isAddedTo(node) || isSprite ? PICTURE : '';
}

/** Scripts that put text into elements, and the names in quotation marks by which they find them, or begin to. */
const FILLS = /innerHTML|innerText|textContent|createTextNode|\.(?:text|html|append|val)\s*\(/;
const NAME = /["'`]#?([\w-]+)(?:["'`]\s*(\+)|["'`]|(\$\{))/g;

/** Whether the scripts of a page fill a cell that is blank without them: they name it, or what is in it, by its id. */
export function fillerOf(scripts: readonly Element[]): (cell: Element) => boolean {
  const names = scripts
    .map(rawText)
    .filter((source) => FILLS.test(source))
    .flatMap((source) => [...source.matchAll(NAME)]);
  const whole = new Set(names.flatMap(([, name = '', plus, braces]) => ((plus ?? braces) ? [] : [name])));
  const begun = names.flatMap(([, name = '', plus, braces]) => ((plus ?? braces) ? [name] : []));
  const isNamed = (id: string | undefined) =>
    id !== undefined && (whole.has(id) || begun.some((start) => id.startsWith(start)));
  const fills = (node: Element): boolean =>
    isNamed(node.attribs.id) || node.children.some((child) => isElement(child) && fills(child));
  return names.length > 0 ? fills : () => false;
}
