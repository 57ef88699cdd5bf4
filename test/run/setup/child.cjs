// @ts-check
const { spawn } = require('node:child_process');
const { createWriteStream, mkdirSync } = require('node:fs');
const path = require('node:path');
const { SetupTrouble, explain } = require('./trouble.cjs');
const { CACHE, ROOT } = require('./project.cjs');

const PROGRESS_MS = process.stdout.isTTY ? 1_000 : 5_000;
/** Enough to hold the end of an npm report. */
const KEPT_CHARACTERS = 20_000;
/** Of the output of a step that failed for no cause that we know. */
const SHOWN_LINES = 15;

/** @typedef {{ command: string; args: readonly string[]; shell?: boolean }} Command */

/**
 * Shows that a long step is alive: one growing line on a terminal, a line every few seconds elsewhere.
 * @param {string} label
 * @returns {(ending: string) => void} ends the line
 */
const showProgress = (label) => {
	const started = Date.now();
	const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
	const write = (/** @type {string} */ text) =>
		process.stdout.write(process.stdout.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
	write(`${label} …`);
	const timer = setInterval(() => write(`${label} … ${elapsed()}`), PROGRESS_MS);
	return (ending) => {
		clearInterval(timer);
		write(`${label}: ${ending} (${elapsed()})`);
		if (process.stdout.isTTY) process.stdout.write('\n');
	};
};

/**
 * Runs one step of the set-up to its end; the output goes to a log, the user sees the progress.
 * @param {string} label what the user reads, e.g. `Installing dependencies`
 * @param {Command} command
 * @param {{ cwd?: string; env?: NodeJS.ProcessEnv; log: string; timeoutMs?: number }} options `log`: file name under .cache/logs
 * @throws SetupTrouble when it ends with another code than 0
 */
const runStep = async (label, command, options) => {
	const log = path.join(CACHE, 'logs', options.log);
	mkdirSync(path.dirname(log), { recursive: true });
	const file = createWriteStream(log);
	const done = showProgress(label);
	const child = spawn(command.command, command.args, {
		cwd: options.cwd ?? ROOT,
		env: options.env ?? process.env,
		shell: command.shell ?? false,
		stdio: ['ignore', 'pipe', 'pipe'],
		timeout: options.timeoutMs ?? 30 * 60_000,
	});
	let tail = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk) => {
			file.write(chunk);
			tail = (tail + String(chunk)).slice(-KEPT_CHARACTERS);
		});
	}
	const ending = await new Promise((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code, signal) => resolve(code === 0 ? undefined : `${signal ?? `code ${code}`}`));
	});
	file.end();
	done(ending === undefined ? 'done' : 'did not work');
	if (ending !== undefined) {
		const last = tail.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
		const line = explain(tail) ?? explain(ending) ?? `${last}\n${label} ended with ${ending}.`;
		throw new SetupTrouble(line, path.relative(ROOT, log));
	}
};

module.exports = { runStep, showProgress };
