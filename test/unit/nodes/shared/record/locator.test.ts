import { ItemRun } from '../../../../../nodes/shared/itemRun';
import { locatorOf, picked, WHOLE_ID, type LocatorTable } from '../../../../../nodes/shared/record/locator';
import { executeFunctions } from '../../../support/contexts';
import { faultsOf } from '../../../support/editor';

const TABLE: LocatorTable = {
	name: 'orderId',
	label: 'Order',
	description: 'The order to work on',
	search: 'searchOrders',
	like: '4711',
	format: WHOLE_ID,
	page: { like: 'https://example.com/manage/orders/4711', id: '/manage/orders/(\\d+)' },
	key: {
		mode: 'email',
		label: 'Email',
		like: 'a@example.com',
		format: { regex: '\\S+@\\S+', fault: 'No @' },
	},
	others: [{ mode: 'cartId', label: 'Cart ID', like: '12' }],
};

const locator = locatorOf(TABLE);

const pick = (orderId: object | string) =>
	picked(new ItemRun(executeFunctions({ items: [{ orderId }] }), 0), TABLE);

const by = (mode: string, value: string) => ({ __rl: true, mode, value });

describe('a locator', () => {
	it('offers the list first, then the ID, the page and each key', () => {
		expect(locator.modes?.map(({ displayName }) => displayName)).toEqual([
			'From List',
			'By ID',
			'By URL',
			'By Email',
			'By Cart ID',
		]);
	});

	it.each([
		['id', '4711', []],
		['id', '47 11', ['Whole numbers only']],
		['id', '={{ $json.id }}', []],
		['url', 'https://example.com/manage/orders/4711/edit', []],
		['url', 'https://example.com/4711', ['Not the address of an order']],
		['email', 'a@example.com', []],
		['email', 'a.example.com', ['No @']],
		['cartId', 'anything', []],
	])('marks what cannot be meant before the workflow runs: by %s "%s"', (mode, value, faults) => {
		expect(faultsOf(locator, { orderId: by(mode, value) })).toEqual(faults);
	});

	it.each([
		[by('list', '7'), 'id'],
		[by('id', '7'), 'id'],
		[by('url', '7'), 'id'],
		['7', 'id'],
		[by('email', '7'), 'email'],
		[by('cartId', '7'), 'cartId'],
	])('tells what %j is picked by', (entered, expected) => {
		expect(pick(entered)).toMatchObject({ by: expected, value: '7' });
	});

	it.each([
		[by('list', ''), 'Order ID is empty'],
		[by('email', ' '), 'Email is empty'],
		['', 'Order ID is empty'],
	])('says what is missing in %j', (entered, message) => {
		expect(() => pick(entered)).toThrow(message);
	});
});
