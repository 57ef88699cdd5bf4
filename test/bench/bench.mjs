// npm run bench [-- --json] [--rounds N] [--package FOLDER]. Node built-ins only until the dependencies are there.
import { createRequire } from 'module';

// Only the result goes to standard output, so that `--json` can be piped; the progress of the set-up goes to standard error.
process.stdout.write = process.stderr.write.bind(process.stderr);
createRequire(import.meta.url)('../run/setup/bootstrap.cjs').run('../../bench/main.ts');
