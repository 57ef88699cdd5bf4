import { defineResource } from '../../../shared/operation';
import { ask } from './ask.operation';
import { finish } from './finish.operation';
import { note } from './note.operation';
import { withdraw } from './withdraw.operation';

export const decision = defineResource(
	{ name: 'Decision', value: 'decision' },
	[ask, finish, note, withdraw],
	ask,
);
