import { main } from '../../src/commands/main.js';
import { inProcess } from './in-process.js';

/** Runs a command line in this process. */
export const run = (...argv: string[]) => runWith(argv);

/** Runs a command line in this process, with a text on standard input. */
export async function runWith(
  argv: readonly string[],
  stdin = '',
): Promise<{ status: number; stdout: string; stderr: string }> {
  const text = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') => ({
    write: (piece: string | Uint8Array) => {
      text[name] += piece;
    },
  });
  const status = await main(argv, {
    stdout: into('stdout'),
    stderr: into('stderr'),
    stdin: async () => new TextEncoder().encode(stdin),
    env: { LANG: 'en_US.UTF-8' },
    reader: inProcess,
  });
  return { status, ...text };
}

/**
 * The requests table of a small report as a text file: 3 new requests of 自然人, 2 settled, `carriedOut` carried over.
 * Its balance holds for 1.
 */
export function pageOf(organ: string, carriedOut: number, total = ''): string {
  const zeros = (label: string, natural: number, all: number | string = natural) =>
    `<tr><td>${label}</td><td>${natural}</td>${'<td>0</td>'.repeat(5)}<td>${all}</td></tr>`;
  return `<h1>${organ}2023年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p><table>
<tr><td></td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>
${zeros('一、本年新收政府信息公开申请数量', 3)}
${zeros('二、上年结转政府信息公开申请数量', 0)}
${zeros('（一）予以公开', 2)}
${zeros('（七）总计', 2)}
${zeros('四、结转下年度继续办理', carriedOut, total || carriedOut)}
</table>`;
}
