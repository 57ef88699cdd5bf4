import type { FaultKind } from '../sandbox/core/faults';
import { byId } from '../conformance/support/operationCase';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const COMPANY = { companyId: byId(801) };

async function upload(fileName: string, content = '%PDF-1.7 signed') {
	const data = Buffer.from(content).toString('base64');
	const parameters = { resource: 'attachment', operation: 'upload', ...COMPANY, binaryProperty: 'data' };
	const { outputs, error } = await leap(
		async () =>
			await world.run('bigCommerceB2b', parameters, {
				data: { data, mimeType: 'application/pdf', fileName },
			}),
	);
	return { json: outputs.flat().at(0)?.json, error };
}

async function names(): Promise<string[]> {
	const list = { resource: 'attachment', operation: 'getAll', ...COMPANY, returnAll: true };
	const { outputs } = await world.run('bigCommerceB2b', list);
	return outputs
		.flat()
		.map(({ json }) => String(json.fileName))
		.sort();
}

const cut = (kind: FaultKind) =>
	world.sandbox.context.faults.add({
		service: 'bigcommerce',
		kind,
		method: 'POST',
		path: '/attachments$',
		times: 1,
	});

describe('a file that is put on a company', () => {
	it('is not taken for one whose name only ends like its own', async () => {
		await upload('old-agreement.pdf');
		expect((await upload('agreement.pdf')).json).toMatchObject({ uploaded: true, fileName: 'agreement.pdf' });
		expect((await upload('1-agreement.pdf')).json).toMatchObject({ uploaded: true });
		expect(await names()).toEqual(['1-agreement.pdf', 'agreement.pdf', 'old-agreement.pdf']);
	});

	it('is not put there again when the same one is there, as its content tells', async () => {
		await upload('agreement.pdf');
		expect((await upload('agreement.pdf')).json).toMatchObject({ uploaded: false, compared: true });
		expect(await names()).toHaveLength(1);
	});

	it('is refused when another one has its name: a newer version counted as there', async () => {
		await upload('agreement.pdf');
		const { error } = await upload('agreement.pdf', '%PDF-1.7 newer');
		expect(error?.message).toMatch(/Company 801 has another file of the name "agreement.pdf"$/);
		expect(await names()).toHaveLength(1);
	});

	it('is refused where the one of its name cannot be read: a newer one was left out, and nothing said so', async () => {
		await upload('agreement.pdf', '<html><body>Sign in to see this file</body></html>');
		const { error, json } = await upload('agreement.pdf');
		expect(json).toBeUndefined();
		expect(error?.message).toMatch(/has a file of the name "agreement.pdf" that cannot be read/);
		expect(String(error?.description)).toMatch(/delete it or enter another File Name/);
		expect(await names()).toHaveLength(1);
	});

	it('is found after a lost answer among those that were not there before', async () => {
		await upload('old-agreement.pdf');
		cut('resetAfter');
		expect((await upload('agreement.pdf')).json).toMatchObject({ uploaded: true, fileName: 'agreement.pdf' });
		expect(await names()).toHaveLength(2);
	});

	it('is not known to be there when the answer was lost and only others are', async () => {
		await upload('old-agreement.pdf');
		cut('resetBefore');
		const { error } = await upload('agreement.pdf');
		expect(String(error?.description)).toMatch(/It is not known whether/);
		expect(await names()).toEqual(['old-agreement.pdf']);
	});
});
