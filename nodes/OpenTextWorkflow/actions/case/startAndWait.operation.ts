import { optionsCollection } from '../../../shared/fields';
import { OutputItem, type Operation } from '../../../shared/operation';
import { deadlineFields, readDeadline } from '../../../shared/waiting/deadline';
import {
	refuseSeveral,
	resumeAddress,
	SEND_AND_WAIT,
	type Waiting,
} from '../../../shared/waiting/resumeAddress';
import { WAITED } from '../../records/case';
import { decided, outcomeVariable, readDecisionNames, reasonVariable } from '../../records/decision';
import { CALLBACK_VARIABLE, startCase } from '../../records/startCase';
import { deciderOf } from '../../transport/tasks';
import type { WorkflowClient } from '../../transport/WorkflowClient';
import { outputOf, OUTPUTS } from '../../waiting/outputs';
import { asParameters, type WaitedFor } from '../../records/waitedFor';
import { callbackOf } from './callbackVariable';
import { callThisOne } from './callThisOne';
import { startByOf } from './caseFields';
import { start } from './start.operation';
import { variablesToStart } from './startVariables';

const WAITING: Waiting = { name: 'Start and Wait', instead: 'Start', service: 'Workflow Service' };

/** As Get Decision has them. */
const OPTIONS = [outcomeVariable, reasonVariable];

/** What Start asks, but for its options. */
const startFields = start.fields.filter(({ name }) => name !== 'options');

export const startAndWait: Operation<WorkflowClient> = {
	option: {
		name: 'Start and Wait',
		value: SEND_AND_WAIT,
		description: `Start a case whose model calls ${CALLBACK_VARIABLE} before it ends, and wait for that`,
		action: 'Start a case and wait',
	},
	effect: 'once',
	output: WAITED,
	outputs: OUTPUTS,
	fields: [...startFields, ...deadlineFields('case'), optionsCollection(OPTIONS)],
	async execute(run, client) {
		refuseSeveral(run, WAITING);
		const waitTill = readDeadline(run);
		const names = readDecisionNames(run.fields('options', OPTIONS));
		const waitedFor: WaitedFor = {
			businessKey: run.requiredText('businessKey', 'Business Key'),
			modelKey: run.requiredText('modelKey', 'Process Model'),
			by: startByOf(run),
		};
		const variables = variablesToStart(run, client, waitedFor, CALLBACK_VARIABLE);
		const callback = callbackOf(resumeAddress(run, WAITING, await client.address(), asParameters(waitedFor)));
		const name = run.text('caseName');
		const started = await startCase(run, client, {
			...waitedFor,
			body: { ...(name && { name }), returnVariables: true },
			variables: async () => [...(await variables()), callback],
		});
		const { created, ...item } = started.created
			? started
			: await callThisOne(run, client, started, callback);
		if (!item.ended) await run.functions.putExecutionToWait(waitTill);
		const decider = item.ended ? await deciderOf(client, String(item.caseId)) : NOBODY;
		return new OutputItem({ created, ...decided(item, names, decider) }, undefined, outputOf(item));
	},
};

const NOBODY = { decidedBy: null, decidedAt: null };
