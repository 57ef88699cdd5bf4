import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { COMPANY, idIn, made, noSuch } from './support';

const content = (nth: number) => ({
	companyId: byId(COMPANY.approved),
	firstName: 'Nora',
	lastName: 'Buyer',
	email: `buyer${nth}@example.org`,
	role: 1,
	channelIds: '[1]',
});

const withUser = async (world: World, nth: number): Promise<INodeParameters> =>
	await made(world, 'companyUser', content(nth), ['userId', 'id']);

const NO_USER = { wrong: { userId: byId(NOBODY) }, refusal: noSuch('company user') };

const same = ({ userId }: INodeParameters) => ({ id: idIn(userId) });

export const cases: Cases = {
	create: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ ...content(nth), additionalFields: { phoneNumber: '512-555-0104' } }),
		wrong: { email: '' },
		refusal: /^Email is empty$/,
		gives: ({ email }) => ({ email, role: 1, companyId: COMPANY.approved }),
	},
	createMany: {
		prepare: async (_world, nth) =>
			await Promise.resolve({ ...content(nth), additionalFields: { phoneNumber: '512-555-0104' } }),
		wrong: { email: '' },
		refusal: /^Email is empty$/,
		gives: ({ email }) => ({ email, role: 1, companyId: COMPANY.approved }),
	},
	upsert: {
		prepare: async (world, nth) => {
			await withUser(world, nth);
			return { ...content(nth), role: 2, additionalFields: { phoneNumber: '512-555-0104' } };
		},
		wrong: { companyId: byId(COMPANY.pending) },
		refusal: /There is a company user with this email already, in company \d+/,
		gives: ({ email }) => ({ created: false, email, role: 2, companyId: COMPANY.approved }),
	},
	delete: { prepare: withUser, ...NO_USER, gives: (entered) => ({ ...same(entered), deleted: true }) },
	get: { prepare: withUser, ...NO_USER, gives: same },
	getAll: {
		prepare: async (world, nth) => {
			await withUser(world, nth);
			return { ...ALL, filters: { email: `buyer${nth}@example.org`, companyId: COMPANY.approved } };
		},
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ firstName: 'Nora', role: 1 }),
	},
	update: {
		prepare: async (world, nth) => ({ ...(await withUser(world, nth)), updateFields: { role: 2 } }),
		...NO_USER,
		gives: (entered) => ({ ...same(entered), role: 2 }),
	},
};
