import type { Operation } from '../../../shared/operation';
import { sendOnce } from '../../transport/requests';
import type { SignatureClient } from '../../transport/SignatureClient';
import { readExternalId } from '../documentFields';
import { readContent } from './readContent';
import { readSigners } from './readSigners';
import { readRequest, sendFields } from './sendFields';
import { sentItem } from './sentItem';
import { SENT } from '../../records/document';

export const send: Operation<SignatureClient> = {
	option: {
		name: 'Send',
		value: 'send',
		description: 'Send a document for signature, or get the request that already has this external ID',
		action: 'Send a signature request',
	},
	effect: 'once',
	output: SENT,
	fields: sendFields,
	async execute(run, client) {
		const people = readSigners(run);
		const sent = await sendOnce(run.functions, client, {
			externalId: readExternalId(run),
			signers: people.signers,
			fields: readRequest(run),
			withContent: await readContent(run),
		});
		return sentItem(run, sent, people);
	},
};
