import omit from 'lodash/omit';
import type { INodeParameters } from 'n8n-workflow';
import type { World } from '../../../engine/support/world';
import { ALL, byId, MANY, mapped, NO_LIMIT, NOBODY, type Cases } from '../../support/operationCase';
import { COMPANY, idIn, made, noSuch } from './support';

const content = (nth: number) => ({
	companyName: `Company ${nth}`,
	companyEmail: `office${nth}@example.org`,
	companyPhone: '512-555-0100',
	country: 'US',
	adminFirstName: 'Nora',
	adminLastName: 'Admin',
	adminEmail: `admin${nth}@example.org`,
});

export const withCompany = async (world: World, nth: number): Promise<INodeParameters> =>
	await made(world, 'company', mapped(content(nth)), ['companyId', 'companyId']);

const NO_COMPANY = { wrong: { companyId: byId(NOBODY) }, refusal: noSuch('company') };

/** What another system calls a company. */
const UUID = '497f6eca-6276-4993-bfeb-53cbbbba6f08';

const same = ({ companyId }: INodeParameters) => ({ companyId: idIn(companyId) });

export const cases: Cases = {
	approve: {
		prepare: async (world, nth) => ({
			...(await withCompany(world, nth)),
			terms: {
				customerGroupId: 2,
				credit: 4000,
				creditCurrency: 'USD',
				paymentTerms: 30,
				paymentMethods: 'purchaseorder',
			},
		}),
		...NO_COMPANY,
		gives: (entered) => ({ ...same(entered), companyStatus: '1', bcGroupId: '2' }),
	},
	convert: {
		prepare: async (world, nth) => {
			await world.control().post('/bigcommerce/settings', { b2bCompanies: 'dependent' });
			const group = { resource: 'customerGroup', operation: 'create', name: `Group ${nth}` };
			return {
				customerGroupId: Number((await world.must('bigCommerce', group)).id),
				...mapped({ ...content(nth), adminPhoneNumber: '512-555-0101', catalogId: '3' }),
			};
		},
		wrong: mapped(content(9)),
		refusal: /^Admin Phone Number is empty$/,
		gives: ({ customerGroupId }) => ({
			companyName: expect.stringMatching(/^Company \d/),
			bcGroupId: String(customerGroupId),
		}),
	},
	create: {
		prepare: async (_world, nth) =>
			await Promise.resolve(
				mapped({
					...content(nth),
					city: 'Austin',
					customerGroupId: 2,
					extraFields: '[{"fieldName": "Tax ID", "fieldValue": "TEST-1"}]',
				}),
			),
		wrong: mapped(omit(content(9), 'companyName')),
		refusal: /^Company Name is empty$/,
		gives: () => ({
			companyName: expect.stringMatching(/^Company \d/),
			companyStatus: '0',
			bcGroupId: '2',
		}),
	},
	createMany: {
		prepare: async (_world, nth) =>
			await Promise.resolve(
				mapped({
					...content(nth),
					city: 'Austin',
					acceptWelcomeEmail: true,
					extraFields: '{"fieldName": "Tax ID", "fieldValue": "TEST-1"}',
				}),
			),
		wrong: mapped(omit(content(9), 'companyName')),
		refusal: /^Company Name is empty$/,
		gives: () => ({ companyName: expect.stringMatching(/^Company \d/), companyStatus: '0' }),
	},
	delete: {
		prepare: withCompany,
		...NO_COMPANY,
		gives: ({ companyId }) => ({ id: idIn(companyId), deleted: true }),
	},
	get: {
		prepare: async () => await Promise.resolve({ companyId: byId(COMPANY.pending) }),
		...NO_COMPANY,
		gives: () => ({ companyName: 'Example Trading', companyStatus: '0' }),
	},
	getAll: {
		prepare: async () =>
			await Promise.resolve({ ...ALL, filters: { companyStatus: 1, nameContains: 'supplies' } }),
		wrong: MANY,
		refusal: NO_LIMIT,
		gives: () => ({ companyId: COMPANY.approved, companyName: 'Ada Supplies' }),
	},
	setStatus: {
		prepare: async (world, nth) => ({
			...(await withCompany(world, nth)),
			status: 2,
			options: { onlyIf: 0 },
		}),
		...NO_COMPANY,
		gives: (entered) => ({ ...same(entered), changed: true, companyStatus: '2' }),
	},
	upsert: {
		prepare: async (world, nth) => {
			await withCompany(world, nth);
			return mapped({ ...content(nth), companyName: `Renamed ${nth}`, city: 'Austin' });
		},
		wrong: mapped(omit(content(9), 'adminEmail')),
		refusal: /^Admin Email is (empty|missing)/,
		gives: () => ({ created: false, companyName: expect.stringMatching(/^Renamed/) }),
	},
	update: {
		prepare: async (world, nth) => ({
			...(await withCompany(world, nth)),
			...mapped({
				companyName: `Renamed ${nth}`,
				priceListAssign: '[{"channelId": 1, "priceListId": 3}]',
			}),
		}),
		...NO_COMPANY,
		others: {
			'an external ID': async (world) => ({
				...(await withCompany(world, 8)),
				...mapped({ companyName: 'Renamed 8', uuid: UUID }),
			}),
		},
		gives: (entered) => ({ ...same(entered), companyName: expect.stringMatching(/^Renamed/) }),
	},
};
