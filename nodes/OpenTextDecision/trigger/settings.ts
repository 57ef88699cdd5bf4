import type { INodeProperties, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';
import { operationError, type Advice } from '../../shared/errorText';
import { optionsCollection } from '../../shared/fields';
import { isRecord } from '../../shared/isRecord';
import { OBJECT_TYPES, objectType, order, type ObjectType } from '../records/objects';
import { FACT_VALUES, factsField } from '../../BigCommerce/records/facts/factsField';
import { Values, type NumberRules } from '../../shared/values';
import type { AskedBy } from '../ways';
import { ELSEWHERE, type Elsewhere } from './elsewhere';

const OPTIONS: INodeProperties[] = [
	ELSEWHERE,
	{ ...factsField, displayOptions: { show: { '/objectType': [order.value] } } },
	{
		displayName: 'Stuck After',
		name: 'stuckAfter',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 5,
		description:
			'How often a decision is told that nobody finishes, and a question tried that cannot be asked, before it is told as stuck instead',
	},
	{
		displayName: 'Tell Again After (Minutes)',
		name: 'tellAgainMinutes',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 15,
		description: 'When a decision was told and not finished, it is told again after this time',
	},
];

const ASK_BY: INodeProperties = {
	displayName: 'Ask By',
	name: 'askBy',
	type: 'options',
	options: [
		{ name: 'Case', value: 'case', description: 'Questions asked as cases of OpenText Workflow Service' },
		{
			name: 'Signature',
			value: 'signature',
			description: 'Documents that were sent for signature with OpenText Core Signature',
		},
	],
	default: 'case',
	description: 'The same as in the OpenText Decision node that asks',
};

const OBJECT_TYPE: INodeProperties = {
	displayName: 'Object Type',
	name: 'objectType',
	type: 'options',
	options: OBJECT_TYPES.map(({ label, value }) => ({ name: label, value })),
	default: 'order',
	description: 'What people decide about: the same as in the OpenText Decision node that asks',
};

export { STORE_TYPES } from '../records/objects';

/** The fields of the trigger. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Purpose',
		name: 'purpose',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. risk-review',
		description:
			'The decisions of which purpose are told: the same as in the OpenText Decision node that asks',
	},
	OBJECT_TYPE,
	ASK_BY,
	optionsCollection(OPTIONS),
];

/** What n8n gives the trigger when it polls, and when it is called. */
export type TriggerFunctions = IPollFunctions | IWebhookFunctions;

export interface TriggerSettings {
	type: ObjectType;
	purpose: string;
	askedBy: AskedBy;
	tellAgainMs: number;
	stuckAfter: number;
	/** Left out: only what Ask has asked. */
	elsewhere?: Elsewhere;
	/** Groups of facts that the order is told with. */
	facts: string[];
}

const MINUTE_MS = 60_000;

/** @throws NodeOperationError that names the setting, when one cannot be used */
export function readSettings(functions: TriggerFunctions): TriggerSettings {
	const refuse = (advice: Advice) => operationError(functions.getNode(), advice);
	const values = new Values(refuse, () => functions.getTimezone());
	const purpose = values.text(functions.getNodeParameter('purpose', ''), 'Purpose');
	if (!purpose) {
		throw refuse({ what: 'Purpose is empty', next: 'Enter that of the OpenText Decision node that asks.' });
	}
	const number = (name: string, fallback: number, label: string, rules: NumberRules) =>
		values.number(functions.getNodeParameter(`options.${name}`, fallback), label, rules);
	const chosen = functions.getNodeParameter('objectType', order.value);
	const type = objectType(String(chosen));
	if (!type) {
		throw refuse({
			what: `Object Type has no choice "${String(chosen)}"`,
			next: 'Choose one from the list.',
		});
	}
	const askedBy = functions.getNodeParameter('askBy', 'case');
	const model: unknown = functions.getNodeParameter('options.elsewhere.cases', {});
	const given = isRecord(model) && askedBy === 'case' ? model : {};
	const elsewhere = {
		modelKey: values.text(given.modelKey ?? '', 'Process Model Key'),
		idVariable: values.text(given.idVariable ?? 'objectId', 'Object ID Variable'),
		partVariable: values.text(given.partVariable ?? '', 'Part Variable'),
	};
	return {
		type,
		...(elsewhere.modelKey && { elsewhere }),
		purpose,
		askedBy: askedBy === 'signature' ? askedBy : 'case',
		tellAgainMs: number('tellAgainMinutes', 15, 'Tell Again After (Minutes)', { least: 1 }) * MINUTE_MS,
		stuckAfter: number('stuckAfter', 5, 'Stuck After', { least: 1, whole: true }),
		facts:
			type.waits === 'status'
				? values.list(functions.getNodeParameter('options.facts', []), 'Add Facts', FACT_VALUES)
				: [],
	};
}
