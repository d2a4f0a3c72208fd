import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,danish,ingest,extract,archive,index,api,cli,fixtures,bench}/**/*.test.ts'],
    // Forked processes, since several suites start servers, workers and WebAssembly engines of their own.
    pool: 'forks',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
