import type { IWebhookFunctions } from 'n8n-workflow';
import type { Awaited } from '../../shared/waiting/awaited';
import { namedIn } from '../../shared/waiting/goingOn';
import { HANDLES, type NewCase, type StartBy } from './startCase';

/** The case that an execution waits for. */
export type WaitedFor = Required<Pick<NewCase, 'modelKey' | 'by' | 'businessKey'>>;

/** It stands in the resume address under these names, where n8n's signature covers it. */
const PARAMETERS = { businessKey: 'key', modelKey: 'model', by: 'by' } as const;

export const asParameters = ({ businessKey, modelKey, by }: WaitedFor): Awaited => ({
	[PARAMETERS.businessKey]: businessKey,
	[PARAMETERS.modelKey]: modelKey,
	[PARAMETERS.by]: by,
});

const isStartBy = (value: string | undefined): value is StartBy =>
	value !== undefined && Object.hasOwn(HANDLES, value);

/** The case that a called address names; undefined when it is none of ours. */
export function waitedForIn(functions: IWebhookFunctions): WaitedFor | undefined {
	const businessKey = namedIn(functions, PARAMETERS.businessKey);
	const modelKey = namedIn(functions, PARAMETERS.modelKey);
	const by = namedIn(functions, PARAMETERS.by);
	if (businessKey === undefined || modelKey === undefined || !isStartBy(by)) return undefined;
	return { businessKey, modelKey, by };
}
