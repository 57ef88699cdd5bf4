import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { leap, withLeapingSleep } from './support/leapingTime';
import { about, Decisions, outputsOf } from './support/decisions';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();
const decisions = new Decisions(world);

afterEach(() => world.sandbox.context.faults.clear());

const linked = z.object({ link: z.object({ key: z.string() }) });

const file = (fileName: string, text = `What ${fileName} shows`) => ({
	data: Buffer.from(text).toString('base64'),
	mimeType: 'text/plain',
	fileName,
});

/** As n8n's form brings two files of one field. */
const PHOTOS: IBinaryKeyData = {
	photos_0: file('front.txt'),
	photos_1: file('back.txt'),
	logo: file('logo.txt'),
};

const WITH_PHOTOS: INodeParameters = { options: { attachFiles: 'photos, invoice' } };

const run = async (parameters: INodeParameters, files?: IBinaryKeyData) =>
	await leap(async () => await world.run('openTextDecision', { resource: 'decision', ...parameters }, files));

const ask = async (id: number, files?: IBinaryKeyData, more: INodeParameters = WITH_PHOTOS) =>
	await run(decisions.asking(id, more), files);

const asked = async (id: number, files?: IBinaryKeyData, more?: INodeParameters): Promise<string> => {
	const [[item]] = outputsOf(await ask(id, files, more));
	return linked.parse(item).link.key;
};

const note = async (linkKey: string, more: INodeParameters, files?: IBinaryKeyData) =>
	await run(
		{ operation: 'note', findBy: 'linkKey', linkKey, text: '', attachFiles: 'photos', ...more },
		files,
	);

/** Names of the files that lie with the open task of a case. */
async function filesOf(key: string): Promise<unknown[]> {
	const [{ id: caseId }] = await decisions.casesOf(key);
	const tasks = (await decisions.sandbox.workflow.tasks()).filter(
		({ processInstanceId }) => processInstanceId === caseId,
	);
	const parameters = {
		resource: 'taskAttachment',
		operation: 'getAll',
		taskId: tasks[0].id,
		returnAll: true,
	};
	const { outputs } = await world.run('openTextWorkflow', parameters);
	return outputs.flat().map(({ json }) => json.name);
}

const trailOf = async (id: number): Promise<IDataObject[]> => {
	const trail = { operation: 'getAuditTrail', objectType: 'order', ...about(id), as: 'items' };
	return outputsOf(await run(trail))[0];
};

const kept = (name: string) => ({ name, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });

const fault = (service: 'bigcommerce' | 'workflow', method: string, path: string) =>
	world.sandbox.context.faults.add({ service, kind: 'resetBefore', method, path, times: 10_000 });

describe('files of a question', () => {
	it('lie with the task of its case before it is open, once, and are proven by their hashes', async () => {
		const id = await world.placeOrder();
		const key = await asked(id, PHOTOS);
		await ask(id, PHOTOS);
		expect(await filesOf(key)).toEqual(['front.txt', 'back.txt']);
		expect(await trailOf(id)).toMatchObject([{ files: [kept('front.txt'), kept('back.txt')] }]);
	});

	it('that were lost with the run that asked are named, and people are asked all the same', async () => {
		const id = await world.placeOrder();
		fault('workflow', 'POST', '/process-instances$');
		expect((await ask(id, PHOTOS)).error).toBeDefined();
		world.sandbox.context.faults.clear();
		const [[item]] = outputsOf(await ask(id));
		expect(item).toMatchObject({ link: { state: 'open' }, missingFiles: ['front.txt', 'back.txt'] });
		const note = 'without files that were lost with the run that asked: front.txt, back.txt';
		expect(await trailOf(id)).toMatchObject([{ files: [], steps: [{}, {}, {}, { state: 'open', note }] }]);
	});

	it('are put there by whoever goes on with the claim and has them', async () => {
		const id = await world.placeOrder();
		fault('workflow', 'POST', '/attachments$');
		expect((await ask(id, PHOTOS)).error).toBeDefined();
		world.sandbox.context.faults.clear();
		const key = await asked(id, PHOTOS);
		expect(await filesOf(key)).toEqual(['front.txt', 'back.txt']);
		expect(await decisions.casesOf(key)).toHaveLength(1);
	});

	it('make another question of it when they are others', async () => {
		const id = await world.placeOrder();
		const replacing = { options: { attachFiles: 'photos', whileRunning: 'replaceWhenDifferent' } };
		await asked(id, PHOTOS, replacing);
		const other = { photos: file('front.txt', 'Now it is whole') };
		expect(await asked(id, other, replacing)).toMatch(/:risk-review:2$/);
	});
});

describe('files of a note', () => {
	it('are put with the case once, and named in record and staff note', async () => {
		const id = await world.placeOrder();
		const key = await asked(id);
		await note(key, { text: 'Two photos came' }, PHOTOS);
		await note(key, { text: 'Two photos came' }, PHOTOS);
		expect(await filesOf(key)).toEqual(['front.txt', 'back.txt']);
		const [{ files, steps }] = await trailOf(id);
		expect(files).toEqual([kept('front.txt'), kept('back.txt')]);
		expect(JSON.stringify(steps).split('Two photos came Files: front.txt, back.txt')).toHaveLength(2);
		expect(String((await decisions.orderOf(id)).staff_notes)).toContain(
			'Files: front.txt, back.txt (round 1)',
		);
	});

	it('need no text, and the same file counts once beside a new one', async () => {
		const key = await asked(await world.placeOrder());
		await note(key, {}, { photos: file('front.txt') });
		const [noted] = outputsOf(await note(key, {}, PHOTOS));
		expect(noted).toMatchObject([{ noted: true }]);
		expect(await filesOf(key)).toEqual(['front.txt', 'back.txt']);
	});

	it('are there once also when the run died before they were recorded', async () => {
		const key = await asked(await world.placeOrder());
		fault('bigcommerce', 'PUT', '/metafields/');
		expect((await note(key, {}, PHOTOS)).error).toBeDefined();
		world.sandbox.context.faults.clear();
		const { error } = await note(key, {}, PHOTOS);
		expect(error).toBeUndefined();
		expect(await filesOf(key)).toEqual(['front.txt', 'back.txt']);
	});

	it('are nothing where the item has none, and there is no text', async () => {
		const key = await asked(await world.placeOrder());
		expect(outputsOf(await note(key, {}))[1]).toMatchObject([{ reason: 'there is neither text nor file' }]);
	});

	it('are refused where people sign, and where no task is open any more', async () => {
		const signing = {
			askBy: 'signature',
			document: '<p>{{ reviewReason }}</p>[[s|buyer|r:1]]',
			signers: { signer: [{ role: 'buyer', email: 'buyer@example.com' }] },
		};
		const signed = await asked(await world.placeOrder(), undefined, signing);
		expect((await note(signed, {}, PHOTOS)).error?.message).toContain(
			'was asked by signature, with which no files can be put',
		);
		const key = await asked(await world.placeOrder());
		await decisions.decide(key, 'approved');
		expect((await note(key, {}, PHOTOS)).error?.message).toContain(
			'has no open task with which files could be put',
		);
	});
});
