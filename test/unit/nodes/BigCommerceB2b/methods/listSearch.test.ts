import { BigCommerceB2b } from '../../../../../nodes/BigCommerceB2b/BigCommerceB2b.node';
import { loadOptionsFunctions } from '../../../support/contexts';
import { ok, ServiceDouble, type Answer } from '../../../support/serviceDouble';

const { description, methods } = new BigCommerceB2b();
const { searchAttachments, searchCompanies } = methods.listSearch;

const FILES = [
	{ id: 'a-1', attachmentFile: 'https://files.example.com/a-1/terms%20of%20trade.pdf?sig=1' },
	{ id: 'a-2', attachmentFile: 'https://files.example.com/a-2/logo.png' },
];

const good = (data: unknown, total?: number): Answer =>
	ok({
		code: 200,
		data,
		meta: { message: 'SUCCESS', pagination: { totalCount: total, limit: 50, offset: 0 } },
	});

const searching = async (
	search: typeof searchCompanies,
	answer: Answer,
	{ typed = '', company }: { typed?: string; company?: string } = {},
) => {
	const service = new ServiceDouble(() => answer);
	const functions = Object.assign(loadOptionsFunctions(service), { getCurrentNodeParameter: () => company });
	return { ...(await search.call(functions, typed)), service };
};

describe('every locator of the B2B node', () => {
	it('has the search that it names', () => {
		const named = JSON.stringify(description.properties).matchAll(/"searchListMethod":"(\w+)"/g);
		const names = [...new Set([...named].map(([, name]) => name))];
		expect(names).toContain('searchCompanies');
		expect(names.filter((name) => !Object.hasOwn(methods.listSearch, name))).toEqual([]);
	});
});

describe('searching companies', () => {
	it('asks B2B Edition for what was typed', async () => {
		const rows = [{ companyId: 801, companyName: 'Example Ltd', companyStatus: '1' }];
		const { results, service } = await searching(searchCompanies, good(rows, 1), {
			typed: ' Exa ',
		});
		expect(results).toMatchObject([{ value: '801', name: expect.stringContaining('Example Ltd') }]);
		expect(service.requests[0].query).toMatchObject({ q: 'Exa', limit: 50, offset: 0 });
	});
});

describe('searching the files of a company', () => {
	it('shows each by its name, which is the end of its address, and never the address with what lets one in', async () => {
		const { results } = await searching(searchAttachments, good(FILES), { company: '801' });
		expect(results).toEqual([
			{ name: 'terms of trade.pdf', value: 'a-1' },
			{ name: 'logo.png', value: 'a-2' },
		]);
	});

	it('finds by part of the name', async () => {
		const { results } = await searching(searchAttachments, good(FILES), {
			company: '801',
			typed: 'TERMS',
		});
		expect(results).toMatchObject([{ value: 'a-1' }]);
	});

	it('takes one file that comes without a list (BigCommerce reference 13.2)', async () => {
		const { results } = await searching(searchAttachments, good(FILES[0]), { company: '801' });
		expect(results).toMatchObject([{ value: 'a-1' }]);
	});

	it.each([undefined, '', '={{ $json.companyId }}'])(
		'asks nothing while the company is %j',
		async (company) => {
			const { results, service } = await searching(searchAttachments, good(FILES), { company });
			expect(results).toEqual([]);
			expect(service.requests).toEqual([]);
		},
	);
});
