// npm start: the sandbox and a real n8n with the packed nodes, from nothing. Node built-ins only until the dependencies are there.
import { createRequire } from 'module';

createRequire(import.meta.url)('./setup/bootstrap.cjs').run('../start/start.ts');
