import { PER_MINUTE } from '../sandbox/bigcommerce/b2b/endpointCaps';
import { capOf } from '../../nodes/BigCommerce/edition/transport/endpointCaps';
import { leap, withLeapingSleep } from './support/leapingTime';
import { useWorld } from './support/useWorld';

jest.mock('n8n-workflow', () => withLeapingSleep());

const world = useWorld();

const METHODS = ['DELETE', 'GET', 'POST', 'PUT'] as const;

const COMPANIES = [801, 802];

const PER_COMPANY = 9;

describe('calls that B2B Edition takes only so many times a minute', () => {
	it.each(Object.entries(PER_MINUTE))('%s: the node keeps to it', (call, most) => {
		const [said, path] = call.split(' ');
		const method = METHODS.find((each) => each === said) ?? 'PUT';
		expect(capOf(method, path.replaceAll(':id', '1'))).toMatchObject({ most });
		expect(capOf('PUT', path.replaceAll(':id', '1'))).toBeUndefined();
	});

	it('wait for the next minute before the edition refuses one', async () => {
		const files = COMPANIES.flatMap((company) =>
			Array.from({ length: PER_COMPANY }, (_file, nth) => ({ company, name: `file-${nth}.pdf` })),
		);
		const startedAt = Date.now();
		for (const { company, name } of files) {
			const { error } = await leap(
				async () =>
					await world.run(
						'bigCommerceB2b',
						{
							resource: 'attachment',
							operation: 'upload',
							companyId: { __rl: true, mode: 'id', value: company },
							binaryProperty: 'data',
						},
						{ data: { data: 'JVBERg==', mimeType: 'application/pdf', fileName: name } },
					),
			);
			expect(error).toBeUndefined();
		}
		const uploads = world.sandbox.context.exchanges
			.list({ service: 'bigcommerce' })
			.filter(({ method, url }) => method === 'POST' && url.endsWith('/attachments'));
		expect(uploads.map(({ status }) => status)).toEqual(files.map(() => 200));
		expect(Date.now() - startedAt).toBeGreaterThan(60_000);
	});
});
