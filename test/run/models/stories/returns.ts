import { LARGE, SMALL, type Step, type Story } from './story';

const returned = (details: Story['details'], steps: Story['steps'], end: string): Story => ({
	...{ model: 'returns_and_refunds', steps, end },
	details: { returnWindowDays: '30', financeFrom: '250', ...details },
});

const ELIGIBLE: Step = ['checkRequest', 'eligible'];
const RECEIVED: Step = ['receiveGoods', 'received'];

/** Ways of a returned line. */
export const RETURNS: readonly Story[] = [
	returned({}, [ELIGIBLE, RECEIVED, ['chooseResolution', 'refund', SMALL]], 'endRefund'),
	returned({}, [ELIGIBLE, RECEIVED, ['chooseResolution', 'storeCredit', SMALL]], 'endStoreCredit'),
	returned({}, [ELIGIBLE, ['receiveGoods', 'late'], ['chooseResolution', 'rejected']], 'endRejected'),
	returned({}, [ELIGIBLE, ['receiveGoods', 'neverCame'], ['chooseResolution', 'replace']], 'endReplace'),
	returned(
		{ reason: 'Changed my mind', shippedDaysAgo: '12' },
		[RECEIVED, ['chooseResolution', 'refund', LARGE], ['approveAmount', 'approved']],
		'endRefund',
	),
	returned(
		{ reason: 'Changed my mind', shippedDaysAgo: '31' },
		[
			['checkRequest', 'notEligible'],
			['chooseResolution', 'rejected'],
		],
		'endRejected',
	),
	returned(
		{ reason: 'Changed my mind', shippedDaysAgo: '' },
		[
			['checkRequest', 'photosNeeded'],
			['getPhotos', 'ready'],
			['checkRequest', 'notEligible'],
			['chooseResolution', 'replace'],
		],
		'endReplace',
	),
	returned(
		{ reason: 'Defective', warranty: '24 months' },
		[
			ELIGIBLE,
			['inspectGoods', 'confirmed'],
			RECEIVED,
			['chooseResolution', 'storeCredit', LARGE],
			['approveAmount', 'approved'],
		],
		'endStoreCredit',
	),
	returned(
		{ reason: 'Defective', warranty: '24 months' },
		[
			ELIGIBLE,
			['inspectGoods', 'notConfirmed'],
			['chooseResolution', 'refund'],
			['approveAmount', 'rejected'],
			['chooseResolution', 'rejected'],
		],
		'endRejected',
	),
	returned(
		{ reason: 'Defective', warranty: '' },
		[ELIGIBLE, RECEIVED, ['chooseResolution', 'replace']],
		'endReplace',
	),
];
