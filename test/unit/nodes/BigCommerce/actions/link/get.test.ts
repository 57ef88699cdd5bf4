import { LINK_NAMESPACE } from '../../../../../../nodes/BigCommerce/links/Links';
import { linkLocator } from '../../../../../../nodes/BigCommerce/actions/link/linkFields';
import { faultsOf } from '../../../../support/editor';
import { ModelStore } from '../../../../support/modelStore';
import { HOLDER, joined, NOW, orderWithLink, pickedLink, putLink } from '../../../../support/links';
import { describeThreeItems, runOperation } from '../../../../support/operationRun';

const GET = { resource: 'link', operation: 'get' };

const getting = async (store: ModelStore, entered: object = pickedLink(7)) => {
	const [{ json }] = await runOperation({ ...GET, items: [{ ...entered }], service: store.service });
	return json;
};

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('getting a link', () => {
	describeThreeItems({
		...GET,
		items: [pickedLink(1), pickedLink(2), pickedLink(3)],
		service: () =>
			joined({
				'1': orderWithLink('open', 0, '1'),
				'2': new ModelStore('2'),
				'3': orderWithLink('closed', 0, '3'),
			}),
		outputs: [{ state: 'open' }, { state: 'closed' }],
		refusal: 'Item 2: There is no link abc123:order:2:risk-review:1',
	});

	it('is the same by object and purpose as by the link key that a case brings back', async () => {
		const store = orderWithLink('open');
		const byKey = { linkKey: ' abc123:order:7:risk-review:1 ' };
		expect(await getting(store, byKey)).toEqual(await getting(store));
		expect(await getting(store)).toMatchObject({ holder: HOLDER, effect: {}, decision: {}, metafieldId: 1 });
	});

	it.each([
		['abc123:order:7', '"abc123:order:7" is not a link key'],
		['', 'Link Key is empty'],
		[
			'other1:order:7:risk-review:1',
			'The link key belongs to store "other1", but the credential to store "abc123"',
		],
		['abc123:quote:7:risk-review:1', 'BigCommerce keeps no metafields for object type "quote"'],
		['abc123:order:x:risk-review:1', 'Object ID "x" does not fit the object type "Order"'],
	])('refuses the link key "%s" before anything is sent', async (linkKey, fault) => {
		const store = orderWithLink('open');
		await expect(getting(store, { linkKey })).rejects.toMatchObject({
			message: `Item 1: ${fault}`,
		});
		expect(store.service.requests).toEqual([]);
	});

	it('is that of the first round by object and purpose, unless a round is named', async () => {
		const store = orderWithLink('closed');
		putLink(store, 'risk-review', 2, 'open');
		const byObject = (value: string) => ({ linkKey: { __rl: true, mode: 'object', value } });
		expect(await getting(store, byObject('order:7:risk-review'))).toMatchObject({
			round: 1,
			state: 'closed',
		});
		expect(await getting(store, byObject(' order : 7:risk-review:2 '))).toMatchObject({
			round: 2,
			state: 'open',
		});
	});

	it.each([
		['', 'Object and Purpose is empty'],
		['order:7', '"order:7" does not name an object and a purpose'],
		['order::risk-review', '"order::risk-review" does not name an object and a purpose'],
		['order:7:risk-review:1:x', '"order:7:risk-review:1:x" does not name an object and a purpose'],
		['order:7:risk-review:', 'Round must be a whole number from 1 to 999999, but it is NaN'],
		[
			'order:7:risk review',
			'Purpose must be 1 to 57 letters, digits, hyphens or underscores, but it is "risk review"',
		],
		['quote:7:risk-review', 'BigCommerce keeps no metafields for object type "quote"'],
		['order:x:risk-review', 'Object ID "x" does not fit the object type "Order"'],
	])('refuses the object and purpose "%s" before anything is sent', async (value, fault) => {
		const store = orderWithLink('open');
		const entered = { linkKey: { __rl: true, mode: 'object', value } };
		await expect(getting(store, entered)).rejects.toMatchObject({ message: `Item 1: ${fault}` });
		expect(store.service.requests).toEqual([]);
	});

	it.each([
		['id', 'abc123:order:7:risk-review:1', 0],
		['id', '={{ $json.linkKey }}', 0],
		['id', 'order:7:risk-review', 1],
		['object', 'order:7:risk-review', 0],
		['object', 'cart:0b8f0c5e-0000-4000-8000-000000000001:quote:2', 0],
		['object', '4711', 1],
	])('is checked in the editor already when it is typed: by %s "%s"', (mode, value, faults) => {
		expect(faultsOf(linkLocator, { linkKey: { __rl: true, mode, value } })).toHaveLength(faults);
	});

	it('says that a metafield in its place holds no link record', async () => {
		const store = new ModelStore('7');
		store.put(LINK_NAMESPACE, 'risk-review:1', 'something else');
		await expect(getting(store)).rejects.toMatchObject({
			message: 'Item 1: The metafield of link abc123:order:7:risk-review:1 does not hold a link record',
		});
	});
});
