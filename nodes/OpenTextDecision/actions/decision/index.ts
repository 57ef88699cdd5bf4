import { defineResource } from '../../../shared/operation';
import { ask } from './ask.operation';
import { finish } from './finish.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getAuditTrail } from './getAuditTrail.operation';
import { note } from './note.operation';
import { tellAgain } from './tellAgain.operation';
import { withdraw } from './withdraw.operation';

export const decision = defineResource(
	{ name: 'Decision', value: 'decision' },
	[ask, finish, get, getAll, getAuditTrail, note, tellAgain, withdraw],
	ask,
);
