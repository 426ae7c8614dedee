import type { Element } from 'domhandler';
import { outOfSight } from './out-of-sight.js';

/** Properties on which it depends whether text shows, and in which order. */
export type Property =
  | 'display'
  | 'visibility'
  | 'opacity'
  | 'font-size'
  | 'text-decoration'
  | 'mso-hide'
  | 'vertical-align'
  | 'color'
  | 'background'
  | 'out-of-sight'
  | 'content'
  | 'unicode-bidi'
  | 'direction'
  | 'flex-direction'
  | 'order';

export interface Declaration {
  readonly property: Property;
  readonly value: string;
  readonly important: boolean;
}

/** What a style, of a rule or an attribute, says of these properties. */
export function declarationsOf(style: string): Declaration[] {
  const hidden = outOfSight(style);
  const derived: Declaration[] = hidden ? [{ property: 'out-of-sight', value: hidden, important: false }] : [];
  const declared = [...style.matchAll(DECLARATION)].flatMap(([, name = '', words = '', mark]): Declaration[] => {
    const important = mark !== undefined;
    const value = words.trim().toLowerCase();
    switch (name.toLowerCase()) {
      case 'font': {
        const size = /(?:^|\s)(\d*\.?\d+[a-z%]*)(?=[\s/])/.exec(value)?.[1];
        return size === undefined ? [] : [{ property: 'font-size', value: size, important }];
      }
      case 'background-color':
      case 'background-image':
        return [{ property: 'background', value, important }];
      case 'flex-flow':
        return [{ property: 'flex-direction', value, important }];
      case 'text-decoration-line':
        return [{ property: 'text-decoration', value, important }];
      case 'opacity':
        // What fades in is there to be seen.
        return /transition|animation/i.test(style) ? [] : [{ property: 'opacity', value, important }];
      default:
        return [{ property: name.toLowerCase() as Property, value, important }];
    }
  });
  return [...declared, ...derived];
}

const DECLARATION =
  /(?:^|[;{\s])(display|visibility|opacity|font|font-size|text-decoration|text-decoration-line|mso-hide|vertical-align|color|background|background-color|background-image|content|unicode-bidi|direction|flex-direction|flex-flow|order)\s*:\s*([^;!]+)(!\s*important)?/gi;

/** An element's own style; `<font color>` says the same in an older way. */
export const styleOf = ({ attribs: { style = '', color } }: Element): string =>
  color === undefined ? style : `color:${color};${style}`;
