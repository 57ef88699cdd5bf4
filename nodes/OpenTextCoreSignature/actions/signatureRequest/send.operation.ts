import type { Operation } from '../../../shared/operation';
import { documentItem } from '../../transport/documents';
import { sendOnce } from '../../transport/requests';
import type { SignatureClient } from '../../transport/SignatureClient';
import { readExternalId } from '../documentFields';
import { readContent } from './contentFields';
import { readRequest, sendFields } from './sendFields';
import { readSigners } from './signerFields';

export const send: Operation<SignatureClient> = {
	option: {
		name: 'Send',
		value: 'send',
		description: 'Send a document for signature, or get the request that already has this external ID',
		action: 'Send a signature request',
	},
	fields: sendFields,
	async execute(run, client) {
		const { created, document } = await sendOnce(run.functions, client, {
			externalId: readExternalId(run),
			signers: readSigners(run),
			fields: readRequest(run),
			withContent: await readContent(run),
		});
		return { created, ...documentItem(document) };
	},
};
