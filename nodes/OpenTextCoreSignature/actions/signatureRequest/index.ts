import { defineResource } from '../../../shared/operation';
import { cancel } from './cancel.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getSigningLink } from './getSigningLink.operation';
import { remind } from './remind.operation';
import { send } from './send.operation';
import { sendAndWait } from './sendAndWait.operation';

export const signatureRequest = defineResource(
	{ name: 'Signature Request', value: 'signatureRequest', description: 'A document sent for signing' },
	[cancel, get, getAll, getSigningLink, remind, send, sendAndWait],
	send,
);
