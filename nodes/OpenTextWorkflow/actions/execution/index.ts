import { defineResource } from '../../../shared/operation';
import { getAll } from './getAll.operation';
import { sendMessage } from './sendMessage.operation';
import { sendSignal } from './sendSignal.operation';
import { trigger } from './trigger.operation';

export const execution = defineResource(
	{ name: 'Execution', value: 'execution', description: 'A place at which a running case stands or waits' },
	[getAll, sendMessage, sendSignal, trigger],
	getAll,
);
