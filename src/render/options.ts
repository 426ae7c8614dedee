import type { Severity } from '../model.js';
import type { Language } from '../validate/index.js';
import type { Checked } from './result.js';

/** What a renderer may want to know besides the findings. */
export interface RenderOptions {
  readonly language: Language;
  /** Terminal colours, for text. */
  readonly colour: boolean;
  /** Version of nianbao, for formats that name their tool. */
  readonly version: string;
  /** When the check ran, for formats that demand it. */
  readonly time: Date;
  /** Findings from this severity up count as failed; `never` fails none. */
  readonly failOn: Severity | 'never';
}

/** Findings in a format. Pure: the same findings give the same text. */
export type Render = (checked: readonly Checked[], options: RenderOptions) => string;
