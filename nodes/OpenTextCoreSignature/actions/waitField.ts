import type { INodeProperties } from 'n8n-workflow';

const SECONDS = 60;

/** An option of operations that need the service to finish a file. */
export const waitField: INodeProperties = {
	displayName: 'Wait at Most (Seconds)',
	name: 'waitSeconds',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: SECONDS,
	description: 'How long to wait while the service still builds the PDF',
};

/** How long the item may wait, in ms. @param options as `ItemRun.fields` read them */
export const waitMsOf = ({ waitSeconds }: { waitSeconds?: unknown }): number =>
	Number(waitSeconds ?? SECONDS) * 1000;
