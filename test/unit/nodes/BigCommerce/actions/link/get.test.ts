import { LINK_NAMESPACE } from '../../../../../../nodes/BigCommerce/links/Links';
import { ModelStore } from '../../../../support/modelStore';
import { HOLDER, joined, linkOf, NOW, orderWithLink } from '../../../../support/links';
import { describeThreeItems, runOperation } from '../../../../support/operationRun';

const GET = { resource: 'link', operation: 'get' };

const getting = async (store: ModelStore, entered: object = linkOf(7)) => {
	const [{ json }] = await runOperation({ ...GET, items: [{ ...entered }], service: store.service });
	return json;
};

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('getting a link', () => {
	describeThreeItems({
		...GET,
		items: [linkOf(1), linkOf(2), linkOf(3)],
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
		const byKey = { identifyBy: 'linkKey', linkKey: ' abc123:order:7:risk-review:1 ' };
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
		await expect(getting(store, { identifyBy: 'linkKey', linkKey })).rejects.toMatchObject({
			message: `Item 1: ${fault}`,
		});
		expect(store.service.requests).toEqual([]);
	});

	it('says that a metafield in its place holds no link record', async () => {
		const store = new ModelStore('7');
		store.put(LINK_NAMESPACE, 'risk-review:1', 'something else');
		await expect(getting(store)).rejects.toMatchObject({
			message: 'Item 1: The metafield of link abc123:order:7:risk-review:1 does not hold a link record',
		});
	});
});
