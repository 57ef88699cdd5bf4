import axios from 'axios';

import { type Sandbox, startSandbox } from '../../sandbox/sandbox';

import { ANNA, CONTENT, OTDS_CLIENT, pause, signer } from './signatureHarness';

/** The whole sandbox: the pages share the console's style and helpers. */
describe('the signer page and the outbox page', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	const read = async (path: string) =>
		await axios.get<string>(`${sandbox.url}${path}`, { responseType: 'text', validateStatus: () => true });

	/** Path of the page of a document's only signer. */
	const signerPage = async () => {
		const service = `${sandbox.url}/signature`;
		const { data: token } = await axios.post(
			`${service}/otdstenant/sandbox-tenant/oauth2/token`,
			OTDS_CLIENT,
		);
		await axios.post(
			`${service}/api/v1/signature-request-quick-create/`,
			{ ...CONTENT, signers: [signer(ANNA, 1)] },
			{ headers: { Authorization: `Bearer ${token.access_token}` } },
		);
		for (;;) {
			const { data } = await axios.get(`${sandbox.url}/_sandbox/signature/outbox`);
			if (data.length > 0) return new URL(data[0].link).pathname;
			await pause();
		}
	};

	it('are served, load nothing from elsewhere, and everything that they load is there', async () => {
		const page = await signerPage();
		const waiting = [page, '/outbox'];
		const seen = new Set<string>();
		for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
			if (seen.has(path)) continue;
			seen.add(path);
			const { data, headers, status } = await read(path);
			expect([path, status]).toEqual([path, 200]);
			expect(headers['content-security-policy']).toContain("default-src 'self'");
			expect(data).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
			const linked = [...data.matchAll(/(?:src="|<link[^>]*href="|from ')([^"'#][^"']*)["']/g)]
				.map(([, address]) => new URL(address, `${sandbox.url}${path}`))
				.filter(({ protocol }) => protocol !== 'data:');
			for (const { origin } of linked) expect(origin).toBe(sandbox.url);
			waiting.push(...linked.map(({ pathname }) => pathname));
		}
		expect([...seen]).toEqual(
			expect.arrayContaining([
				'/signature/pages/signer.js',
				'/signature/pages/signerForm.js',
				'/signature/pages/outbox.js',
				'/signature/pages/style.css',
				'/style.css',
				'/dom.js',
			]),
		);
	});

	it('a page of nobody is not there', async () => {
		expect((await read('/signature/sign/unknown')).status).toBe(404);
	});
});
