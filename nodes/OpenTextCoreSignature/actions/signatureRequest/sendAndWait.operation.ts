import type { ItemRun } from '../../../shared/itemRun';
import { OutputItem, type Operation } from '../../../shared/operation';
import { deadlineFields, readDeadline } from '../../../shared/waiting/deadline';
import {
	refuseSeveral,
	resumeAddress,
	SEND_AND_WAIT,
	type Waiting,
} from '../../../shared/waiting/resumeAddress';
import { sendOnce } from '../../transport/requests';
import type { SignatureClient } from '../../transport/SignatureClient';
import { isOver, outcomeOf } from '../../transport/statuses';
import { outputOf, OUTPUTS } from '../../waiting/outputs';
import { parametersOf } from '../../waiting/resume';
import { readExternalId } from '../documentFields';
import { readContent } from './readContent';
import { readSigners } from './readSigners';
import { readRequest, sendFields } from './sendFields';
import { sentItem } from './sentItem';
import { SENT } from '../../records/document';

const WAITING: Waiting = { name: 'Send and Wait', instead: 'Send', service: 'Core Signature' };

export const sendAndWait: Operation<SignatureClient> = {
	option: {
		name: 'Send and Wait for Signature',
		value: SEND_AND_WAIT,
		description: 'Send a document and wait until it is signed or declined, or the time is up',
		action: 'Send a document and wait for signature',
	},
	effect: 'once',
	output: SENT,
	outputs: OUTPUTS,
	fields: [...sendFields, ...deadlineFields('document')],
	async execute(run, client) {
		refuseSeveral(run, WAITING);
		const waitTill = readDeadline(run);
		const externalId = readExternalId(run);
		const people = readSigners(run);
		const sent = await sendOnce(run.functions, client, {
			externalId,
			signers: people.signers,
			fields: {
				...readRequest(run),
				events_callback_url: resumeAddress(run, WAITING, await client.address(), parametersOf(externalId)),
			},
			withContent: await readContent(run),
		});
		const item = sentItem(run, sent, people);
		if (!isOver(sent.document)) {
			if (!sent.created) warn(run);
			await run.functions.putExecutionToWait(waitTill);
		}
		return new OutputItem(item, undefined, outputOf(outcomeOf(sent.document)));
	},
};

/** A document cannot be given another callback address (reference 4.1). */
function warn(run: ItemRun): void {
	run.functions.addExecutionHints({
		message:
			'This document was sent by an earlier run, and its callbacks go there. This execution goes on when the time is up; read the document again then.',
		type: 'warning',
	});
}
