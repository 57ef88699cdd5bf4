import { parseLink } from '../../../../../../nodes/shared/linkRecord';
import { HOLDER, joined, linkOf, NOW, orderWithLink, pickedLink } from '../../../../support/links';
import { ModelStore } from '../../../../support/modelStore';
import { describeThreeItems, runOperation } from '../../../../support/operationRun';

const RELEASE = { resource: 'link', operation: 'release' };

const releasing = async (store: ModelStore, more: object = {}) => {
	const [{ json }] = await runOperation({
		...RELEASE,
		items: [{ ...pickedLink(7), ...more }],
		service: store.service,
	});
	return json;
};

const state = (store: ModelStore) => parseLink([...store.fields.values()][0].value)?.state;

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('releasing a link', () => {
	describeThreeItems({
		...RELEASE,
		items: [pickedLink(1), pickedLink(2), pickedLink(3)],
		service: () =>
			joined({
				'1': orderWithLink('claimed', 0, '1'),
				'2': orderWithLink('open', 0, '2'),
				'3': orderWithLink('claimed', 0, '3'),
			}),
		outputs: [
			{ released: true, state: 'released', linkKey: 'abc123:order:1:risk-review:1' },
			{ released: true, state: 'released', linkKey: 'abc123:order:3:risk-review:1' },
		],
		refusal:
			'Item 2: Link abc123:order:2:risk-review:1 cannot be released: it is already "open", and only an unused claim can be released',
	});

	it('gives the claim back, so that another can take it at once', async () => {
		const store = orderWithLink('claimed');
		expect(await releasing(store, { holder: HOLDER })).toMatchObject({ released: true, stale: true });
		expect(state(store)).toBe('released');
		const [{ json }] = await runOperation({
			resource: 'link',
			operation: 'claim',
			items: [linkOf(7)],
			service: store.service,
		});
		expect(json).toMatchObject({ claimed: true, takenOver: true });
	});

	it('leaves a claim that somebody else holds by now', async () => {
		const store = orderWithLink('claimed');
		expect(await releasing(store, { holder: 'another' })).toMatchObject({ released: false, holder: HOLDER });
		expect(state(store)).toBe('claimed');
	});

	it('says that a link is not there', async () => {
		await expect(releasing(new ModelStore('7'))).rejects.toMatchObject({
			message: 'Item 1: There is no link abc123:order:7:risk-review:1',
		});
	});
});
