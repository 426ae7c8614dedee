import { fileSink } from '../batch/sink.js';
import type { Language } from '../index.js';
import type { Checked } from '../render/result.js';
import { cannotWrite, type Io } from './io.js';

export const VALIDATE_FORMATS = ['text', 'json'] as const;

/** Findings in a format. */
export async function render(
  checked: readonly Checked[],
  format: 'text' | 'json',
  options: { readonly output?: string; readonly lang: Language },
  io: Io,
): Promise<string> {
  if (format === 'json') return (await import('../render/json.js')).renderJson(checked, options.lang);
  const colour = options.output === undefined && io.stdout.isTTY === true && io.env.NO_COLOR === undefined;
  return (await import('../render/text.js')).renderText(checked, options.lang, colour);
}

/** Writes a file that appears only when whole. */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const sink = await fileSink(path);
    await sink.write(text);
    await sink.close();
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
