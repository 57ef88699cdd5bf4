// npm test [layer …]: every check of the project, from nothing. Node built-ins only until the dependencies are there.
import { createRequire } from 'module';

createRequire(import.meta.url)('./setup/bootstrap.cjs').run('../layers/main.ts');
