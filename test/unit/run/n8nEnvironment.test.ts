/* eslint-disable @n8n/community-nodes/no-restricted-globals -- looks at the environment that n8n is started with */
import { n8nEnvironment } from '../../e2e/harness/n8nEnvironment';

const place = { userFolder: '/somewhere', port: 5678, brokerPort: 5679 };

describe('the environment of n8n', () => {
	afterEach(() => {
		delete process.env.N8N_ENCRYPTION_KEY;
		delete process.env.DB_TYPE;
	});

	it('lives on loopback, in its own folder, and asks for deliveries there', () => {
		expect(n8nEnvironment(place)).toMatchObject({
			N8N_USER_FOLDER: '/somewhere',
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_PORT: '5678',
			N8N_RUNNERS_BROKER_PORT: '5679',
			WEBHOOK_URL: 'http://127.0.0.1:5678/',
		});
	});

	it('takes nothing from the settings of another n8n on this machine', () => {
		process.env.N8N_ENCRYPTION_KEY = 'of another one';
		process.env.DB_TYPE = 'postgresdb';
		const env = n8nEnvironment(place);
		expect([env.N8N_ENCRYPTION_KEY, env.DB_TYPE]).toEqual([undefined, undefined]);
	});

	it('lets a test add a setting or replace one', () => {
		const env = n8nEnvironment(place, { N8N_LOG_LEVEL: 'debug', GENERIC_TIMEZONE: 'Europe/Berlin' });
		expect(env).toMatchObject({ N8N_LOG_LEVEL: 'debug', GENERIC_TIMEZONE: 'Europe/Berlin' });
	});
});
