import type { Render } from './options.js';

/** The formats of `validate`, in the order of the help. */
export const FORMATS = ['text', 'json', 'junit', 'sarif', 'github', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** A new format is a file, a name above and a line here; the compiler asks for the line. Each is loaded by need. */
export const RENDERERS: Readonly<Record<Format, () => Promise<Render>>> = {
  text: async () => {
    const { renderText } = await import('./text.js');
    return (checked, { language, colour }) => renderText(checked, language, colour);
  },
  json: async () => {
    const { renderJson } = await import('./json.js');
    return (checked, { language }) => renderJson(checked, language);
  },
  junit: async () => (await import('./junit.js')).renderJunit,
  sarif: async () => (await import('./sarif.js')).renderSarif,
  github: async () => (await import('./github.js')).renderGithub,
  markdown: async () => (await import('./markdown.js')).renderMarkdown,
};

const BY_ENDING: readonly (readonly [string, Format])[] = [
  ['.sarif', 'sarif'],
  ['.sarif.json', 'sarif'],
  ['.json', 'json'],
  ['.xml', 'junit'],
  ['.md', 'markdown'],
];

/** The format that a file's name asks for; text where it asks for none. */
export const formatOfName = (name: string): Format =>
  BY_ENDING.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1] ?? 'text';
