/** The second look at money that goes back: what is the same in every model that has one. */
export const APPROVE_AMOUNT = {
	id: 'approveAmount',
	name: 'Approve the Amount',
	documentation:
		'The amount reaches financeFrom, or none was filled in. Approve it, or send it back. The form keeps decisionReason (required) and documents.',
	lane: 'finance',
	group: 'financeGroup',
	question: 'Amount Approved?',
	fields: [],
} as const;
