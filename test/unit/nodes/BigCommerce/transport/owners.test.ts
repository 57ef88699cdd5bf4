import {
	mostMetafields,
	OWNER_TYPES,
	ownerName,
	ownerType,
	STORE_OWNER,
} from '../../../../../nodes/BigCommerce/transport/owners';

const UUID = 'd30016e2-23c0-4a90-884f-2e92ac135476';

describe('owners of metafields (reference 5.1)', () => {
	it.each(OWNER_TYPES.map((type) => [type.value, type] as const))(
		'of type %s take their own ids and no path',
		(value, type) => {
			const own = value === 'cart' ? UUID : '7';
			expect(type.id.test(own)).toBe(true);
			for (const id of ['', '0', '-1', '7/metafields', '../7', '7 ', value === 'cart' ? '7' : UUID]) {
				expect(type.id.test(id)).toBe(false);
			}
			expect(ownerType(value)).toBe(type);
		},
	);

	it('are listed by name', () => {
		const names = OWNER_TYPES.map(({ name }) => name);
		expect(names).toEqual([...names].sort());
	});

	it('are none for price lists and the like, which carry no metafields', () => {
		expect(ownerType('priceList')).toBeUndefined();
	});

	it('are called by type and id', () => {
		const [brand] = OWNER_TYPES;
		expect(ownerName({ type: brand, id: '7' })).toBe('brand 7');
	});

	it('are the store itself too, of which there is one and no link key names it', () => {
		expect(ownerName({ type: STORE_OWNER, id: '' })).toBe('the store');
		expect(mostMetafields(STORE_OWNER)).toBe(10_000);
		expect(ownerType('store')).toBeUndefined();
	});
});
