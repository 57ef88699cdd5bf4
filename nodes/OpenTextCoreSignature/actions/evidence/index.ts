import { defineResource } from '../../../shared/operation';
import { collect } from './collect.operation';
import { verify } from './verify.operation';

export const evidence = defineResource(
	{
		name: 'Evidence',
		value: 'evidence',
		description: 'The signed document, its signing log, and a manifest that proves both',
	},
	[collect, verify],
	collect,
);
