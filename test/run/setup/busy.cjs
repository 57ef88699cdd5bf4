// @ts-check
/**
 * Keeps cores of this machine busy while the tests run: `BUSY_CORES=1 npm test`. What passes only on a quiet machine shows then.
 * As a program it is one busy core, which ends when its starter does.
 */
const { fork } = require('node:child_process');

/** Between two looks at whether the starter is still there, ms. */
const SPELL_MS = 50;

const spin = () => {
	const until = Date.now() + SPELL_MS;
	while (Date.now() < until);
	setImmediate(spin);
};

/**
 * @param {number} cores
 * @returns {{ pids: number[]; stop: () => void }} `stop` gives the cores back; so does the end of this process, however it comes
 */
const keepBusy = (cores) => {
	const children = Array.from({ length: cores }, () =>
		fork(__filename, [], { stdio: ['ignore', 2, 2, 'ipc'] }),
	);
	for (const child of children) {
		// the channel alone must not keep the starter alive
		child.unref();
		child.channel?.unref();
	}
	return {
		pids: children.flatMap(({ pid }) => pid ?? []),
		stop: () => {
			for (const child of children) child.kill();
		},
	};
};

/**
 * @param {string | undefined} text of BUSY_CORES
 * @returns {number} how many cores are to be kept busy: none unless it is a whole number above 0
 */
const busyCores = (text) => (/^[1-9]\d?$/.test(text ?? '') ? Number(text) : 0);

if (require.main === module) {
	process.once('disconnect', () => process.exit());
	spin();
}

module.exports = { keepBusy, busyCores };
