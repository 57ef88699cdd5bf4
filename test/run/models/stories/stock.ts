import type { Story } from './story';

const short = (steps: Story['steps'], end: string): Story => ({ model: 'stock_exception', steps, end });

/** Ways of an order whose goods are not all there. */
export const STOCK: readonly Story[] = [
	short([['findWay', 'release']], 'endRelease'),
	short([['findWay', 'cancel']], 'endCancel'),
	short([['findWay', 'refundMissing']], 'endRefundMissing'),
	short(
		[
			['findWay', 'split'],
			['packWhatIsThere', 'split'],
		],
		'endSplit',
	),
	short(
		[
			['findWay', 'wait'],
			['askCustomer', 'agrees'],
			['waitForGoods', 'arrived'],
			['findWay', 'release'],
		],
		'endRelease',
	),
	short(
		[
			['findWay', 'wait', { restockDate: '2020-01-01' }],
			['askCustomer', 'agrees'],
			['waitForGoods', 'passed'],
			['findWay', 'release'],
		],
		'endRelease',
	),
	short(
		[
			['findWay', 'substitute'],
			['askCustomer', 'agrees'],
			['changeOrder', 'substituted'],
		],
		'endSubstituted',
	),
	short(
		[
			['findWay', 'wait'],
			['askCustomer', 'refundMissing'],
		],
		'endRefundMissing',
	),
	short(
		[
			['findWay', 'substitute'],
			['askCustomer', 'cancel'],
		],
		'endCancel',
	),
];
