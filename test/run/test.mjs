// npm test [layer …]: every check of the project, from nothing. Node built-ins only until the dependencies are there.
import { createRequire } from 'module';

const require = createRequire(import.meta.url);
require('./setup/bootstrap.cjs').run('../layers/main.ts', (args) =>
	require('./setup/machine.cjs').checkMachine(args),
);
