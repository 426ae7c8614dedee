import type { ParentNode } from 'domhandler';
import { isElement } from './visible.js';

/** Text with its white space as written, for `<pre>`. */
export const rawText = (node: ParentNode): string =>
  node.children.map((child) => (child.type === 'text' ? child.data : isElement(child) ? rawText(child) : '')).join('');
