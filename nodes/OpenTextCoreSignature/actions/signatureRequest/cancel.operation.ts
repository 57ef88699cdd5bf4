import type { Operation } from '../../../shared/operation';
import { cancelRequest } from '../../records/cancelRequest';
import { documentItem } from '../../records/documentItem';
import type { SignatureClient } from '../../transport/SignatureClient';
import { isOver } from '../../transport/statuses';
import { documentOfRequest, requestLocator } from '../documentFields';
import { sentRequestId } from './requestOfDocument';
import { CANCELLED } from '../../records/document';

export const cancel: Operation<SignatureClient> = {
	option: {
		name: 'Cancel',
		value: 'cancel',
		description: 'End a request that is not finished; one that has ended is left as it is',
		action: 'Cancel a signature request',
	},
	effect: 'change',
	output: CANCELLED,
	fields: [requestLocator],
	async execute(run, client) {
		const document = await documentOfRequest(run, client);
		if (!isOver(document)) sentRequestId(run, document);
		const { cancelled, document: after } = await cancelRequest(run.functions, client, document);
		return { cancelled, ...documentItem(after) };
	},
};
