// @ts-check
const { existsSync } = require('node:fs');
const path = require('node:path');
const { ROOT } = require('./project.cjs');

/** Beside the project: the descriptions carry no licence to redistribute, so they are not part of it. */
const FOLDER = path.join(ROOT, '../shared/specs');

/** What the tests read of each vendor's descriptions, and the public repository that holds it at the same relative path. */
const DESCRIPTIONS = [
	{ folder: 'bigcommerce', file: 'reference', repository: 'bigcommerce/docs' },
	{
		folder: 'opentext-core-signature',
		file: 'SignRequest-OpenAPI3-Swagger.json',
		repository: 'edmondscommerce/signrequest-PHP7-client',
	},
];

/**
 * @param {string} [folder] that holds one folder for each vendor
 * @returns {string | undefined} one line with the command that brings what is missing; undefined when nothing is
 */
const missingSpecs = (folder = FOLDER) => {
	const missing = DESCRIPTIONS.filter(({ folder: own, file }) => !existsSync(path.join(folder, own, file)));
	if (missing.length === 0) return undefined;
	const commands = missing.map(
		({ folder: own, repository }) =>
			`\`git clone https://github.com/${repository} ${path.relative(ROOT, path.join(folder, own))}\``,
	);
	return `no official API descriptions of the vendors: ${commands.join(' and ')}`;
};

module.exports = { missingSpecs };
