import { defineConfig } from 'rolldown';

/**
 * The build: our modules in a few files, as opening and linking some 300 is a third of the time that a run with one
 * report takes. Libraries stay what npm installs, and what is loaded by need stays apart.
 */
export default defineConfig({
  input: {
    index: './src/index.ts',
    cli: './src/cli.ts',
    // The files of worker processes, which are started by name, and what starts them, for those who measure it.
    pool: './src/batch/pool.ts',
    worker: './src/batch/worker.ts',
    watch: './src/batch/watch.ts',
  },
  platform: 'node',
  // As TypeScript does: a module is named by what it becomes.
  resolve: { extensionAlias: { '.js': ['.ts'] } },
  external: /^[^./]/,
  output: { dir: 'dist', chunkFileNames: '[name]-[hash].js' },
});
