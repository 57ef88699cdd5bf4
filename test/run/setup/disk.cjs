// @ts-check
const { mkdirSync, statfsSync } = require('node:fs');
const { SetupTrouble } = require('./trouble.cjs');

const GIGABYTE = 1024 ** 3;

/**
 * @param {string} folder made when it is not there
 * @param {number} gigabytes that the next step needs
 * @throws SetupTrouble when the disk has less than that
 */
const requireSpace = (folder, gigabytes) => {
	mkdirSync(folder, { recursive: true });
	const { bavail, bsize } = statfsSync(folder);
	const free = (bavail * bsize) / GIGABYTE;
	if (free >= gigabytes) return;
	throw new SetupTrouble(
		`No disk space: ${folder} has ${free.toFixed(1)} GB free, ${gigabytes} GB are needed. Free some and run the command again.`,
	);
};

module.exports = { requireSpace };
