import type { INodeProperties } from 'n8n-workflow';
import { CALLBACK_VARIABLE } from '../../records/startCase';
import type { WaitedFor } from '../../records/waitedFor';
import { unreachableBecause } from '../../../shared/hosts';
import type { ItemRun } from '../../../shared/itemRun';
import { addressFor } from '../../callbacks/address';
import type { Variable } from '../../transport/variables';
import type { WorkflowClient } from '../../transport/WorkflowClient';

export const callbackField: INodeProperties = {
	displayName: 'Callback Address',
	name: 'callbackAddress',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://n8n.example.com/webhook/1f2e3d4c/webhook',
	description: `The production URL of an OpenText Workflow Trigger that watches by callback; the case gets it in the variable ${CALLBACK_VARIABLE}, with a secret of its own`,
};

/** The variable with the address that a case calls. */
export const callbackOf = (address: string): Variable => ({
	name: CALLBACK_VARIABLE,
	type: 'string',
	value: address,
});

/**
 * The variable by which a case calls a trigger.
 *
 * @param entered under Callback Address
 * @throws NodeOperationError when it is no address, or none that the service could call
 */
export async function callOfTrigger(
	run: ItemRun,
	client: WorkflowClient,
	entered: string,
	named: WaitedFor,
): Promise<Variable> {
	const fault = await faultOf(client, entered);
	if (fault) {
		throw run.refuse({
			what: `Callback Address ${fault}`,
			next: 'Copy the production URL from the OpenText Workflow Trigger; where the internet cannot reach it, set WEBHOOK_URL of this n8n to its public https address and restart it.',
		});
	}
	const address = await addressFor(client.account, entered, named);
	if (address !== undefined) return callbackOf(address);
	throw run.refuse({
		what: 'The credential has no client secret, from which the secret of the callback is made',
		next: 'Open the OpenText Workflow credential and enter the client secret.',
	});
}

/** Why no case could call it. n8n listens at a test address for no trigger that polls as well. */
async function faultOf(client: WorkflowClient, entered: string): Promise<string | undefined> {
	if (!/^https?:\/\//i.test(entered) || !URL.canParse(entered)) return 'is no web address';
	if (new URL(entered).pathname.includes('/webhook-test/')) return 'is that of a test';
	const fault = unreachableBecause(entered, await client.address());
	return fault && `cannot be called by Workflow Service: ${fault}`;
}
