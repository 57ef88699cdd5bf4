import { simplify } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { documentItem } from '../../records/documentItem';
import type { SignatureClient } from '../../transport/SignatureClient';
import { documentLocator, documentOfItem } from '../documentFields';
import { DOCUMENT } from '../../records/document';

export const get: Operation<SignatureClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve one document as it stands now',
		action: 'Get a document',
	},
	effect: 'read',
	output: DOCUMENT,
	fields: [documentLocator, simplify],
	async execute(run, client) {
		const found = await documentOfItem(run, client);
		return run.flag('simplify', true) ? documentItem(found) : found.given;
	},
};
