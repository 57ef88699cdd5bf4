import { mock } from 'jest-mock-extended';
import { Workflow, type INodeTypes } from 'n8n-workflow';
import { BigCommerceTrigger } from '../../../../../nodes/BigCommerce/BigCommerceTrigger.node';
import { SCOPE_OPTIONS } from '../../../../../nodes/BigCommerce/trigger/scopes';
import { isSwept } from '../../../../../nodes/BigCommerce/trigger/sweptRecords';
import { editionHint, unsweptHint } from '../../../../../nodes/BigCommerce/trigger/unsweptHint';
import { NODE } from '../../../support/node';

/** Whether the editor shows it, worked out as it does. */
function isShown(scopes: string | string[], { displayCondition } = unsweptHint): boolean {
	const nodeTypes = mock<INodeTypes>();
	nodeTypes.getByNameAndVersion.mockReturnValue(new BigCommerceTrigger());
	const node = { ...NODE, parameters: { scopes } };
	const workflow = new Workflow({ id: '1', nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(node, displayCondition, 'internal', {}) === true;
}

describe('the note about events that cannot be swept', () => {
	it.each(SCOPE_OPTIONS.map(({ value }) => String(value)))('%s: where no sweep finds it', (scope) => {
		expect(isShown([scope])).toBe(!isSwept(scope, true));
	});

	it('stands where one of several scopes is such, and where the scopes are an expression', () => {
		expect(isShown(['store/order/created', 'store/cart/abandoned'])).toBe(true);
		expect(isShown(['store/order/created', 'store/customer/*'])).toBe(false);
		expect(isShown('store/order/created')).toBe(false);
	});

	it('does not stand for a single event of orders, customers and products that a list shows', () => {
		const listed = ['order/created', 'order/statusUpdated', 'customer/updated', 'product/created'];
		expect(isShown(listed.map((event) => `store/${event}`))).toBe(false);
	});
});

describe('the note about what B2B Edition needs to be swept', () => {
	it.each(['company/created', 'company/statusUpdated', 'company/user/updated', 'quote/updated'])(
		'stands for %s',
		(event) => {
			expect(isShown(['store/order/created', `store/${event}`], editionHint)).toBe(true);
		},
	);

	it.each(['order/created', 'company/deleted', 'quote/deleted'])('does not stand for %s', (event) => {
		expect(isShown([`store/${event}`], editionHint)).toBe(false);
	});
});
