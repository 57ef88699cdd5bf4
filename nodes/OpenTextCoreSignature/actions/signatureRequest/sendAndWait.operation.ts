import type { INodeProperties } from 'n8n-workflow';
import { unreachableBecause } from '../../../shared/hosts';
import type { ItemRun } from '../../../shared/itemRun';
import { OutputItem, type Operation } from '../../../shared/operation';
import { sendOnce } from '../../transport/requests';
import type { SignatureClient } from '../../transport/SignatureClient';
import { isOver, outcomeOf } from '../../transport/statuses';
import { outputOf, OUTPUTS } from '../../waiting/outputs';
import { KEY_PARAMETER } from '../../waiting/resume';
import { readExternalId } from '../documentFields';
import { readContent } from './readContent';
import { readSigners } from './readSigners';
import { readRequest, sendFields } from './sendFields';
import { sentItem } from './sentItem';
import { SENT } from '../../records/document';

/** So that the deadline stays a date, in whatever unit. */
const MOST_UNITS = 1_000_000;

const UNIT_MS: ReadonlyMap<string, number> = new Map([
	['minutes', 60_000],
	['hours', 3_600_000],
	['days', 86_400_000],
]);

const deadlineFields: INodeProperties[] = [
	{
		displayName: 'Wait at Most',
		name: 'waitAmount',
		type: 'number',
		typeOptions: { minValue: 1 },
		required: true,
		default: 3,
		description: 'After that the item leaves by Timed Out; read the document again there',
	},
	{
		displayName: 'Wait Unit',
		name: 'waitUnit',
		type: 'options',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
		default: 'days',
		description: 'The unit of the time to wait',
	},
];

/** n8n checks the signature of the resume address, and shows its waiting pages, for an operation of this very name (n8n 2.41, `waiting-webhooks`). */
export const SEND_AND_WAIT = 'sendAndWait';

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
	fields: [...sendFields, ...deadlineFields],
	async execute(run, client) {
		refuseSeveral(run);
		const waitTill = readDeadline(run);
		const externalId = readExternalId(run);
		const people = readSigners(run);
		const sent = await sendOnce(run.functions, client, {
			externalId,
			signers: people.signers,
			fields: { ...readRequest(run), events_callback_url: await callbackAddress(run, client, externalId) },
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

/** One execution has one resume address and waits once, so that a second item would be lost. */
function refuseSeveral(run: ItemRun): void {
	const count = run.functions.getInputData().length;
	if (count === 1) return;
	throw run.refuse({
		what: `Send and Wait takes one item at a time, but ${count} came in`,
		next: 'Put a Loop Over Items node with batch size 1 before it, or use Send together with the trigger.',
	});
}

function readDeadline(run: ItemRun): Date {
	const amount = run.number('waitAmount', 3, { label: 'Wait at Most', most: MOST_UNITS });
	const unit = UNIT_MS.get(run.text('waitUnit', 'days'));
	if (amount > 0 && unit) return new Date(Date.now() + amount * unit);
	throw run.refuse({
		what: unit ? 'Wait at Most must be more than 0' : 'Wait Unit is none of minutes, hours and days',
		next: 'Enter how long the execution may wait, for example 3 days.',
	});
}

/** n8n's signed resume address, with the key of the document in it. @throws NodeOperationError when the service could not call it */
async function callbackAddress(run: ItemRun, client: SignatureClient, externalId: string): Promise<string> {
	const address = run.functions.getSignedResumeUrl({ [KEY_PARAMETER]: externalId });
	const fault = unreachableBecause(address, await client.address());
	if (!fault) return address;
	throw run.refuse({
		what: `Core Signature cannot call this n8n back at ${new URL(address).origin}: ${fault}`,
		next: 'Set the environment variable WEBHOOK_URL of this n8n to its public https address and restart it.',
	});
}

/** A document cannot be given another callback address (reference 4.1). */
function warn(run: ItemRun): void {
	run.functions.addExecutionHints({
		message:
			'This document was sent by an earlier run, and its callbacks go there. This execution goes on when the time is up; read the document again then.',
		type: 'warning',
	});
}
