import type { Ora } from 'ora';
import type { Language } from '../index.js';
import type { Io } from './io.js';

/** Without a terminal a line a minute is enough to see in a log that the run goes on. */
const LOG_INTERVAL_MS = 60_000;
/** A terminal's line is renewed ten times a second at most. */
const DRAW_INTERVAL_MS = 100;

const two = (n: number): string => String(n).padStart(2, '0');

const WORDS = {
  en: {
    done: (done: number, total: number) => `${done} of ${total}`,
    rest: (rate: string, left: string, failed: number) => `${rate}/s · ${left} left · ${failed} failed`,
    hours: (h: number, m: number) => `${h} h ${two(m)} min`,
    minutes: (m: number, s: number) => `${m} min ${two(s)} s`,
    seconds: (s: number) => `${s} s`,
  },
  zh: {
    done: (done: number, total: number) => `${total} 个文件已完成 ${done}`,
    rest: (rate: string, left: string, failed: number) => `每秒 ${rate} 个 · 尚需 ${left} · 失败 ${failed}`,
    hours: (h: number, m: number) => `${h} 小时 ${two(m)} 分`,
    minutes: (m: number, s: number) => `${m} 分 ${two(s)} 秒`,
    seconds: (s: number) => `${s} 秒`,
  },
} as const;

/** Shows on stderr how far a run is, and keeps its other lines from being drawn over. */
export class Progress {
  readonly #io: Io;
  readonly #total: number;
  readonly #words: (typeof WORDS)[Language];
  readonly #begun = Date.now();
  #spinner: Ora | undefined;
  #shown = Date.now();
  #done = 0;
  #failed = 0;

  private constructor(io: Io, total: number, words: (typeof WORDS)[Language], spinner: Ora | undefined) {
    this.#io = io;
    this.#total = total;
    this.#words = words;
    this.#spinner = spinner;
  }

  /** @param total number of inputs; a single one is not worth a line */
  static async begin(io: Io, total: number, quiet: boolean, lang: Language): Promise<Progress> {
    const words = WORDS[lang];
    // A terminal that does not know its width (a pseudo-terminal of some CI) cannot redraw a line.
    const terminal = io.stderr.isTTY === true && (io.stderr.columns ?? 0) > 0;
    if (quiet || total < 2 || !terminal) return new Progress(io, quiet ? 0 : total, words, undefined);
    const { default: ora } = await import('ora');
    // Ctrl-C must reach us, so the spinner leaves stdin alone.
    const spinner = ora({ stream: io.stderr as NodeJS.WriteStream, discardStdin: false, text: words.done(0, total) });
    return new Progress(io, total, words, spinner.start());
  }

  /** Counts an input. */
  step(failed: boolean): void {
    this.#done += 1;
    this.#failed += Number(failed);
    const now = Date.now();
    if (now - this.#shown < (this.#spinner === undefined ? LOG_INTERVAL_MS : DRAW_INTERVAL_MS)) return;
    this.#shown = now;
    if (this.#spinner !== undefined) this.#spinner.text = this.#text();
    else if (this.#total > 1) this.#io.stderr.write(`${this.#text()}\n`);
  }

  /** A line of its own on stderr. */
  line(text: string): void {
    this.#spinner?.clear();
    this.#io.stderr.write(`${text}\n`);
  }

  end(): void {
    this.#spinner?.stop();
    this.#spinner = undefined;
  }

  #text(): string {
    const seconds = Math.max((Date.now() - this.#begun) / 1000, 0.001);
    const rate = this.#done / seconds;
    const left = this.#duration((this.#total - this.#done) / rate);
    const { done, rest } = this.#words;
    return `${done(this.#done, this.#total)} · ${rest(rate.toFixed(rate < 10 ? 1 : 0), left, this.#failed)}`;
  }

  /** `2 h 05 min`, `3 min 20 s`, `12 s` */
  #duration(seconds: number): string {
    const whole = Math.round(seconds);
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    const words = this.#words;
    return h > 0 ? words.hours(h, m) : m > 0 ? words.minutes(m, s) : words.seconds(s);
  }
}
