import { simplify } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { documentItem } from '../../records/documentItem';
import type { SignatureClient } from '../../transport/SignatureClient';
import { documentOfRequest, requestLocator } from '../documentFields';
import { requestOfDocument } from './requestOfDocument';
import { DOCUMENT } from '../../records/document';

export const get: Operation<SignatureClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve a signature request with the progress of its signers',
		action: 'Get a signature request',
	},
	effect: 'read',
	output: DOCUMENT,
	fields: [requestLocator, simplify],
	async execute(run, client) {
		const document = await documentOfRequest(run, client);
		return run.flag('simplify', true)
			? documentItem(document)
			: await requestOfDocument(run, client, document);
	},
};
