import { LARGE, SMALL, type Step, type Story } from './story';

const complaint = (steps: Story['steps'], end: string): Story => ({
	...{ model: 'customer_complaint', steps, end },
	details: { financeFrom: '100' },
});

const SETTLE: Step = ['takeItOn', 'settle'];

/** Ways of a complaint. */
export const COMPLAINTS: readonly Story[] = [
	complaint(
		[
			['takeItOn', 'warehouse'],
			['checkPicking', 'found'],
			['takeItOn', 'finance'],
			['checkPayments', 'found'],
			SETTLE,
			['settle', 'resolved'],
		],
		'endResolved',
	),
	complaint(
		[['takeItOn', 'carrier'], ['claimAtCarrier', 'found'], SETTLE, ['settle', 'reship']],
		'endReship',
	),
	complaint(
		[['takeItOn', 'carrier'], ['claimAtCarrier', 'late'], SETTLE, ['settle', 'unfounded']],
		'endUnfounded',
	),
	complaint([SETTLE, ['settle', 'refund', SMALL]], 'endRefund'),
	complaint([SETTLE, ['settle', 'refund', LARGE], ['approveAmount', 'approved']], 'endRefund'),
	complaint(
		[SETTLE, ['settle', 'refund'], ['approveAmount', 'rejected'], ['settle', 'resolved']],
		'endResolved',
	),
];
