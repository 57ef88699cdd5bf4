import { parseStartOptions } from '../../run/start/options';
import { summarise } from '../../run/start/summary';

describe('npm start', () => {
	it('uses the ports of n8n and of the sandbox unless others are chosen', () => {
		expect(parseStartOptions([])).toEqual({ port: 5678, sandboxPort: 4010, help: false });
		expect(parseStartOptions(['--port', '6000', '--sandbox-port=6001'])).toMatchObject({
			port: 6000,
			sandboxPort: 6001,
		});
	});

	it.each([[['--port', 'x']], [['--port', '70000']], [['--unknown']], [['--port', '4010']]])(
		'refuses %j',
		(args) => {
			expect(() => parseStartOptions(args)).toThrow(expect.objectContaining({ name: 'SetupTrouble' }));
		},
	);

	it('tells the addresses, the login, and which template is not active and why', () => {
		const text = summarise({
			editor: 'http://127.0.0.1:5678',
			sandbox: 'http://127.0.0.1:4010',
			email: 'owner@example.com',
			password: 'secret',
			templates: [
				{ name: 'Review', workflowId: '1', done: 'imported' },
				{ name: 'Other', workflowId: '2', done: 'updated', refusal: 'no hook' },
			],
			logFolder: '.cache/start/logs',
		});
		expect(text).toMatch(/n8n editor +http:\/\/127\.0\.0\.1:5678\n/);
		expect(text).toContain('Review (imported)');
		expect(text).toContain('Other (updated, but not active: no hook)');
	});
});
