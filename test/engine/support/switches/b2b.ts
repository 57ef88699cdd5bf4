import type { INodeParameters } from 'n8n-workflow';
import { byId, mapped } from '../../../conformance/support/operationCase';
import type { Stage } from './stage';
import { of } from './storeSteps';

const NODE = 'bigCommerceB2b';

/** They are there when the sandbox starts. */
const COMPANY = byId(801);
const QUOTE = byId(9001);
const ORDER = 100;

/** A quota that twelve companies are more than. */
export const SMALL = { requests: 5, windowMs: 2_000 };

/** More work than the quota allows is done all the same, in time. */
export async function theB2bQuotaIsKept(stage: Stage): Promise<void> {
	const { items, error } = await stage.run(
		NODE,
		of('company', 'get', { companyId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } }),
		{ items: Array.from({ length: 12 }, (_, at) => ({ id: at % 2 ? 801 : 802 })) },
	);
	expect(error).toBeUndefined();
	expect(items).toHaveLength(12);
}

export async function anEndOfTheWindowIsRead(stage: Stage): Promise<void> {
	await stage.control('/bigcommerce/settings', { b2bQuota: SMALL });
	await theB2bQuotaIsKept(stage);
}

/** What is refused is never told as done, whichever way it is refused. */
export async function refusalsAreNoSuccess(stage: Stage): Promise<void> {
	const nobody = byId(999_999);
	const read = await stage.run(NODE, of('company', 'get', { companyId: nobody }));
	expect(read.error).toMatch(/company 999999/);
	const changed = of('company', 'setStatus', { companyId: nobody, status: 1 });
	expect((await stage.run(NODE, changed)).error).toMatch(/company 999999/);
	expect((await stage.run(NODE, of('company', 'delete', { companyId: nobody }))).error).toMatch(/999999/);
}

/** A group becomes a company whole, or the refusal says why this store does not do it. */
export async function groupsBecomeCompaniesOrNot(stage: Stage): Promise<void> {
	const group = await stage.must('bigCommerce', of('customerGroup', 'create', { name: 'Trade' }));
	const { items, error } = await stage.run(
		NODE,
		of('company', 'convert', {
			customerGroupId: Number(group.id),
			...mapped({
				companyName: 'Trade Ltd',
				companyEmail: 'office@example.org',
				companyPhone: '512-555-0100',
				country: 'US',
				adminFirstName: 'Nora',
				adminLastName: 'Admin',
				adminEmail: 'nora@example.org',
				adminPhoneNumber: '512-555-0101',
			}),
		}),
	);
	if (error) expect(error).toMatch(/does not offer/);
	else expect(items).toMatchObject([{ companyName: 'Trade Ltd', bcGroupId: String(group.id) }]);
}

export async function timesOfCompaniesAreTold(stage: Stage): Promise<void> {
	const read = of('company', 'get', { companyId: COMPANY, simplify: false });
	expect((await stage.must(NODE, read)).createdAt).toMatch(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/);
}

const files = async (stage: Stage) =>
	await stage.all(NODE, of('attachment', 'getAll', { companyId: COMPANY, returnAll: true }));

async function upload(stage: Stage, fileName: string) {
	const parameters: INodeParameters = { companyId: COMPANY, binaryProperty: 'data' };
	const data = Buffer.from('%PDF-1.7').toString('base64');
	const file = { data: { data, mimeType: 'application/pdf', fileName } };
	const { outputs, error } = await stage.world.run(NODE, of('attachment', 'upload', parameters), file);
	expect(error).toBeUndefined();
	return outputs.flat()[0].json;
}

/** Every file is listed, and one that is there already is not put there again. */
export async function filesAreFoundByName(stage: Stage): Promise<void> {
	expect(await files(stage)).toEqual([]);
	expect(await upload(stage, 'agreement-1.pdf')).toMatchObject({ uploaded: true });
	expect(await upload(stage, 'agreement-1.pdf')).toMatchObject({ uploaded: false });
	expect(await files(stage)).toHaveLength(1);
	expect(await upload(stage, 'agreement-2.pdf')).toMatchObject({ uploaded: true });
	expect(await files(stage)).toHaveLength(2);
	const [{ id }] = await files(stage);
	await stage.must(NODE, of('attachment', 'delete', { companyId: COMPANY, attachmentId: byId(String(id)) }));
	expect(await files(stage)).toHaveLength(1);
}

/** A quote is read. Where the day is wanted on which it was made, it is refused as unknown: nobody who has its id knows the day. */
export async function quotesAreReadWithoutTheirDate(stage: Stage, date: string): Promise<void> {
	const { items, error } = await stage.run(NODE, of('quote', 'get', { quoteId: QUOTE }));
	if (date === 'created') expect(error).toMatch(/knows no quote 9001/);
	else expect({ items, error }).toMatchObject({ items: [{ quoteId: 9001 }] });
}

/** The quote has its order, or the node says that it was refused; never another order. */
export async function quotesGetNoWrongOrder(stage: Stage, means: string): Promise<void> {
	const assign = of('quote', 'assignToOrder', { quoteId: QUOTE, bcOrderId: byId(ORDER) });
	const { items, error } = await stage.run(NODE, assign);
	if (error === undefined) expect(items).toMatchObject([{ bcOrderId: String(ORDER), status: 4 }]);
	else expect(error).toMatch(/quote 9001/);
	const { bcOrderId } = await stage.must(NODE, of('quote', 'get', { quoteId: QUOTE, simplify: false }));
	expect([String(ORDER), '', null, undefined]).toContain(bcOrderId);
	if (means === 'b2bId') await anotherOrderIsTold(stage);
}

/** The store's number that was entered is B2B Edition's number of another order. */
async function anotherOrderIsTold(stage: Stage): Promise<void> {
	const orders = await stage.all(NODE, of('order', 'getAll', { returnAll: true, simplify: false }));
	const [{ id, bcOrderId }] = orders;
	expect(id).not.toBe(bcOrderId);
	const assign = of('quote', 'assignToOrder', { quoteId: QUOTE, bcOrderId: byId(String(id)) });
	expect((await stage.run(NODE, assign)).error).toMatch(
		`took the order for quote 9001, but the quote does not show order ${id}`,
	);
}
