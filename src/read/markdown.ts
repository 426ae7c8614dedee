import { PICTURE } from '../model.js';
import { raised } from './raised.js';

/**
 * What a Markdown line shows: without the marks of headings, lists and emphasis, and what is struck out; escapes undone,
 * `<br>` as a line break, raised numbers as such.
 */
export const withoutMarkup = (text: string): string =>
  text
    .replace(/^\s*(?:#{1,6}|[-*+](?= +\S)) +/, '')
    .replace(/<!--.*?-->|~~.+?~~|<(del|s|strike)>.*?<\/\1>/gi, '')
    .replace(/!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>/gi, PICTURE)
    .replace(/\[([^\]^][^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<(su[pb])>(.*?)<\/\1>/gi, (_, _tag, words: string) => raised(words))
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/&nbsp;/g, '\u00A0')
    .replace(/&emsp;|&ensp;/g, '\u3000')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
