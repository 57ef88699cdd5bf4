import axios from 'axios';

import { registerConsole } from '../../sandbox/console';
import { startServer } from '../../sandbox/server';

describe('the console page', () => {
	let url: string;
	let close: () => Promise<void>;

	beforeAll(async () => {
		({ url, close } = await startServer({}, async () => ({}), registerConsole));
	});
	afterAll(async () => await close());

	const read = async (path: string) => await axios.get<string>(`${url}${path}`, { responseType: 'text' });

	it('has its title and is served at the root', async () => {
		const { data, headers } = await read('/');
		expect(headers['content-type']).toContain('text/html');
		expect(data).toContain('<title>Sandbox: BigCommerce and OpenText</title>');
	});

	it('loads nothing from elsewhere and everything that it loads is there', async () => {
		const waiting = ['/'];
		const seen = new Set<string>();
		for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
			if (seen.has(path)) continue;
			seen.add(path);
			const { data, headers } = await read(path);
			expect(headers['content-security-policy']).toContain("default-src 'self'");
			const linked = [...data.matchAll(/(?:src="|href="|from ')([^"'#][^"']*)["']/g)]
				.map(([, address]) => address.replace(/^\.\//, '/'))
				.filter((address) => !address.startsWith('data:'));
			for (const address of linked) expect(address).toMatch(/^\/[\w.]+$/);
			waiting.push(...linked);
		}
		expect([...seen].sort()).toEqual([
			'/',
			'/app.js',
			'/decisions.js',
			'/documents.js',
			'/dom.js',
			'/format.js',
			'/panels.js',
			'/style.css',
			'/taskCards.js',
			'/taskForm.js',
		]);
	});

	it('never reads a value as HTML', async () => {
		for (const path of [
			'/app.js',
			'/decisions.js',
			'/documents.js',
			'/dom.js',
			'/format.js',
			'/panels.js',
			'/taskCards.js',
			'/taskForm.js',
		]) {
			expect((await read(path)).data).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
		}
	});
});
