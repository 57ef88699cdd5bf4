import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, mapped, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { COMPANY, idIn, made, noSuch } from './support';

const parts = (nth: number) => ({
	firstName: 'Nora',
	lastName: 'Buyer',
	addressLine1: `${nth} Side Street`,
	city: 'Austin',
	stateName: 'Texas',
	countryName: 'United States',
});

const address = (nth: number, more: INodeParameters = {}): INodeParameters => ({
	companyId: byId(COMPANY.approved),
	...mapped({ ...parts(nth), ...more }),
});

const withAddress = async (world: World, nth: number): Promise<INodeParameters> =>
	await made(world, 'companyAddress', address(nth), ['addressId', 'addressId']);

const NO_ADDRESS = { wrong: { addressId: byId(NOBODY) }, refusal: noSuch('company address') };

const same = ({ addressId }: INodeParameters) => ({ addressId: idIn(addressId) });

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) => await Promise.resolve(address(nth, { isShipping: true })),
		wrong: mapped({ ...parts(9), isShipping: 'perhaps' }),
		refusal: /^For Shipping must be true or false, but it is "perhaps"$/,
		gives: () => ({ city: 'Austin', isShipping: true, companyId: COMPANY.approved }),
		keyless: true,
	},
	createMany: {
		prepare: async (_world, nth) => await Promise.resolve(address(nth, { isShipping: true })),
		wrong: mapped({ ...parts(9), isShipping: 'perhaps' }),
		refusal: /^For Shipping must be true or false, but it is "perhaps"$/,
		gives: () => ({ city: 'Austin', isShipping: true, companyId: COMPANY.approved }),
		keyless: true,
	},
	delete: {
		prepare: withAddress,
		...NO_ADDRESS,
		gives: ({ addressId }) => ({ id: idIn(addressId), deleted: true }),
	},
	get: { prepare: withAddress, ...NO_ADDRESS, gives: same },
	getAll: {
		prepare: async (world, nth) => {
			await withAddress(world, nth);
			return { ...ALL, filters: { address: `${nth} Side`, companyId: COMPANY.approved } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ city: 'Austin' }),
	},
	upsert: {
		prepare: async (world, nth) => {
			await made(world, 'companyAddress', address(nth, { externalId: `ERP-${nth}` }), [
				'addressId',
				'addressId',
			]);
			return address(nth, { externalId: `ERP-${nth}`, label: 'Warehouse' });
		},
		wrong: mapped(parts(9)),
		refusal: /^External ID is (empty|missing)/,
		gives: () => ({ created: false, label: 'Warehouse', companyId: COMPANY.approved }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withAddress(world, nth)),
			...mapped({ label: 'Warehouse' }),
		}),
		...NO_ADDRESS,
		gives: (entered) => ({ ...same(entered), label: 'Warehouse' }),
	},
};
