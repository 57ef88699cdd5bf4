// @ts-check
/**
 * Runs one long-lived program and makes sure that it never outlives the program that wanted it:
 * `node supervise.cjs <graceMs> <command> …`. It ends the command when it is told to (SIGTERM, SIGINT) or when its standard input
 * closes, which happens however the starter dies: first SIGTERM, after the grace SIGKILL for the whole process group.
 */
const { spawn } = require('node:child_process');

const [grace, command, ...args] = process.argv.slice(2);
if (grace === undefined || command === undefined) {
	process.stderr.write('usage: supervise.cjs <graceMs> <command> …\n');
	process.exit(2);
}

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

let stopping = false;
const stop = () => {
	if (stopping) return;
	stopping = true;
	child.kill('SIGTERM');
	setTimeout(() => child.kill('SIGKILL'), Number(grace));
};

/** Ends what the command has left behind, by ending the whole group, us included. */
const killGroup = () => {
	try {
		process.kill(-process.pid, 'SIGKILL');
	} catch {
		process.exit(137);
	}
};

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).resume();
child.once('error', (error) => {
	process.stderr.write(`${error.message}\n`);
	process.exit(1);
});
child.once('exit', (code, signal) => {
	if (signal === 'SIGKILL' && process.platform !== 'win32') killGroup();
	else process.exit(stopping ? 0 : (code ?? 1));
});
