import { anyRecord } from '../../../shared/anyCall';
import type { Operation } from '../../../shared/operation';
import { goodReply } from '../../../shared/send';
import { insideOf, readOf } from '../../transport/anyAnswer';
import type { WorkflowClient, WorkflowRequest } from '../../transport/WorkflowClient';
import { askedFor, callFields } from './asked';

export const get: Operation<WorkflowClient> = {
	option: {
		name: 'Get',
		value: 'get',
		description: 'Retrieve what one call of any path gives',
		action: 'Get from any path',
	},
	effect: 'read',
	output: anyRecord,
	fields: callFields,
	async execute(run, client) {
		const asked = await askedFor(run, client);
		const request: WorkflowRequest = { ...asked, method: 'GET', gives: readOf(asked.path) };
		const { last } = await client.tryRequest(request);
		const good = goodReply(last);
		if (good) return insideOf(asked.path, good.body);
		const isUnread = 'instead' in last && last.instead !== undefined;
		throw client.refusal(
			last,
			request,
			isUnread ? 'If the path gives a file, choose Download; else run again in a while.' : undefined,
		);
	},
};
