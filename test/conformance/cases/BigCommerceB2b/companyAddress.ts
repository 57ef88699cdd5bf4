import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { COMPANY, idIn, made, noSuch } from './support';

const content = (nth: number) => ({
	companyId: byId(COMPANY.approved),
	firstName: 'Nora',
	lastName: 'Buyer',
	addressLine1: `${nth} Side Street`,
	city: 'Austin',
	stateName: 'Texas',
	countryName: 'United States',
});

const withAddress = async (world: World, nth: number): Promise<INodeParameters> =>
	await made(world, 'companyAddress', content(nth), ['addressId', 'addressId']);

const NO_ADDRESS = { wrong: { addressId: byId(NOBODY) }, refusal: noSuch('company address') };

const same = ({ addressId }: INodeParameters) => ({ addressId: idIn(addressId) });

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ ...content(nth), additionalFields: { isShipping: true } }),
		wrong: { city: '' },
		refusal: /^City is empty$/,
		gives: ({ addressLine1 }) => ({ addressLine1, isShipping: true, companyId: COMPANY.approved }),
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
	update: {
		prepare: async (world, nth) => ({
			...(await withAddress(world, nth)),
			updateFields: { label: 'Warehouse' },
		}),
		...NO_ADDRESS,
		gives: (entered) => ({ ...same(entered), label: 'Warehouse' }),
	},
};
