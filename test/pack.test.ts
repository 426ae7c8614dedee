import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('packs into a package that works where it is installed', { timeout: 180_000 }, () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pack-'));
  const run = (file: string, args: string[], cwd: string) =>
    execFileSync(file, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const tsc = (cwd: string, args: string[]) =>
    spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args], { cwd, encoding: 'utf8' })
      .stdout;
  try {
    const [{ filename }] = JSON.parse(
      run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
    );
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)], folder);
    expect(run('npx', ['nianbao', '--help'], folder)).toContain('validate');
    expect(run('npx', ['nianbao', 'demo', '--lang', 'en'], folder)).toContain('4 errors');
    const script = "import { extract } from 'nianbao'; console.log((await extract(new Uint8Array())).problems[0].rule)";
    // A declaration that names every signature of the package can be written only with types that it exports.
    writeFileSync(join(folder, 'all.ts'), "import * as nianbao from 'nianbao';\nexport const all = { ...nianbao };\n");
    const strict = ['--strict', '--declaration', '--module', 'nodenext', '--target', 'es2022'];
    expect(tsc(folder, [...strict, 'all.ts'])).toBe('');
    expect(run('node', ['--input-type=module', '-e', script], folder)).toBe('document/unreadable\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
