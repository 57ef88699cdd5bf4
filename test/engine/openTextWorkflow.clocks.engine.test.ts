import axios from 'axios';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { z } from 'zod';
import { sandboxCredentials } from '../e2e/harness/sandboxCredentials';
import { Engine } from './support/engine';
import { movableClock } from './support/movableClock';
import { startSandboxProcess } from './support/processes';
import { anotherName } from './support/signatures';

const NODE = 'openTextWorkflow';

const HOUR = 3_600_000;

const DAY = 24 * HOUR;

const clock = movableClock();

let engine: Engine;
let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>;
let stored: ICredentialDataDecryptedObject;

/** The service has a clock of its own: it runs in another process. */
beforeAll(async () => {
	engine = await Engine.start();
	sandbox = await startSandboxProcess();
});

afterAll(async () => await sandbox.stop());

const control = () => axios.create({ baseURL: `${sandbox.url}/_sandbox` });

beforeEach(async () => {
	await control().post('/reset');
	const { data } = sandboxCredentials(sandbox.url).find(({ type }) => type === 'openTextWorkflowApi') ?? {};
	stored = { ...data, host: anotherName(`${sandbox.url}/opentext`) };
});

/** One execution over three items, with the token that n8n keeps. */
async function reads(): Promise<void> {
	const parameters = { resource: 'task', operation: 'getAll', returnAll: true };
	const credentials = { openTextWorkflowApi: stored };
	const { error } = await engine.run({ node: NODE, parameters, items: [{}, {}, {}], credentials });
	expect(error).toBeUndefined();
}

const tokens = async (): Promise<number> => {
	const { data } = await control().get('/exchanges', { params: { service: 'workflow' } });
	const asked = z.array(z.object({ url: z.string() })).parse(data);
	return asked.filter(({ url }) => url.endsWith('/oauth2/token')).length;
};

describe('the life of a token does not hang on the clock of n8n', () => {
	it.each([
		['a day behind', -DAY],
		['a day ahead', DAY],
	])('which is %s: one token serves as long as it lives, then one more', async (_where, aheadMs) => {
		clock.aheadMs = aheadMs;
		await reads();
		await reads();
		expect(await tokens()).toBe(1);
		await control().post('/clock', { advanceMs: 2 * HOUR });
		await reads();
		expect(await tokens()).toBe(2);
	});

	it.each([
		['back by a day', -DAY],
		['ahead by a day', DAY],
	])(
		'which is set %s between two runs, while the token expires: the second has one more',
		async (_where, aheadMs) => {
			await reads();
			clock.aheadMs = aheadMs;
			await control().post('/clock', { advanceMs: 2 * HOUR });
			await reads();
			await reads();
			expect(await tokens()).toBe(2);
		},
	);

	it('nor on that of the service, which gives a token that is over within a second', async () => {
		await control().post('/workflow/settings', { tokenLifetimeSeconds: 1 });
		await reads();
		await control().post('/clock', { advanceMs: 10_000 });
		await reads();
	});
});
