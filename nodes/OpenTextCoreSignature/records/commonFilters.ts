import { choice, text } from '../../shared/record/field';

/** `who` of the service (reference 5.2). */
export const whoSigns = choice(
	'Who Signs',
	'',
	[
		{ name: 'Only Others', value: 'o' },
		{ name: 'Only the Sender', value: 'm' },
		{ name: 'The Sender and Others', value: 'mo' },
	],
	{ name: 'whoSigns' },
);

export const senderEmail = text('Sender Email', '', { name: 'senderEmail', like: 'nathan@example.com' });
