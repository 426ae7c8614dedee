import { ALL_RULES, SETTINGS, type Setting } from '../index.js';
import { didYouMean } from './did-you-mean.js';
import { UsageError } from './io.js';

/** The rule of an id; a usage error that names the one likely meant where there is none. */
export function knownRule(id: string, where: string): (typeof ALL_RULES)[number] {
  const rule = ALL_RULES.find((each) => each.id === id);
  if (rule !== undefined) return rule;
  const near = didYouMean(
    id,
    ALL_RULES.map((each) => each.id),
  );
  throw new UsageError(`${where}: no rule named ${id}${near} (nianbao rules lists them)`);
}

/** Reads `--rule id=off|note|warning|error` options; the last one for a rule wins. */
export function ruleSettings(options: readonly string[]): Record<string, Setting> {
  const settings: Record<string, Setting> = {};
  for (const option of options) {
    const [id = '', setting, ...more] = option.split('=');
    if (!isSetting(setting) || more.length > 0)
      throw new UsageError(`--rule ${option}: write ${id || 'RULE'}=${SETTINGS.join('|')}`);
    settings[knownRule(id, `--rule ${option}`).id] = setting;
  }
  return settings;
}

const isSetting = (text: string | undefined): text is Setting => SETTINGS.some((setting) => setting === text);
