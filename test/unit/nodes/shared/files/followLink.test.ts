import { followLink, mayFollow } from '../../../../../nodes/shared/files/followLink';
import { executeFunctions } from '../../../support/contexts';
import { readText } from '../../../support/signature';
import { BinaryStore, pdfOf, Storage } from '../../../support/signatureFiles';

const LINK = 'https://files.example.com/a?signature=1';

const isHttps = (address: string) => address.startsWith('https://');

const follow = async (storage: Storage, link = LINK) => {
	const functions = executeFunctions();
	new BinaryStore().prepare(storage)(functions);
	return await followLink(functions, link, isHttps);
};

describe('following a pre-signed link', () => {
	it('gives the file as a stream that nobody has read of, and its type without parameters', async () => {
		const headers = { 'content-type': 'application/pdf; charset=binary' };
		const { status, body, mimeType } = await follow(new Storage({ [LINK]: { bytes: pdfOf('a'), headers } }));
		expect({ status, mimeType }).toEqual({ status: 200, mimeType: 'application/pdf' });
		expect(await readText(body)).toBe(pdfOf('a').toString());
	});

	it('sends no token, and asks for the file as it is, so that its announced length can be compared', async () => {
		const storage = new Storage({ [LINK]: { bytes: pdfOf('a') } });
		await follow(storage);
		expect(storage.asked[0]).toMatchObject({ encoding: 'stream', disableFollowRedirect: true });
		expect(storage.asked[0].headers).toEqual({ 'Accept-Encoding': 'identity' });
		expect(storage.asked[0].auth).toBeUndefined();
	});

	it('hands back a refusal as its status', async () => {
		expect(await follow(new Storage({}))).toEqual({ status: 403, location: undefined });
	});

	it('hands back a connection that was not made as status 0', async () => {
		expect(await follow(new Storage({ [LINK]: { broken: 'ECONNREFUSED' } }))).toEqual({ status: 0 });
	});

	it('goes on where a redirect leads to, also by a relative address', async () => {
		const storage = new Storage({
			[LINK]: { status: 302, headers: { location: '/b' } },
			'https://files.example.com/b': { status: 307, headers: { location: 'https://store.example.com/c' } },
			'https://store.example.com/c': { bytes: pdfOf('c') },
		});
		expect(await readText((await follow(storage)).body)).toBe(pdfOf('c').toString());
	});

	it('does not ask an address that may not be followed, be it the link or a redirect', async () => {
		const storage = new Storage({ [LINK]: { status: 302, headers: { location: 'http://10.0.0.1/b' } } });
		expect(await follow(storage)).toMatchObject({ refused: true });
		expect(await follow(storage, 'http://files.example.com/a')).toMatchObject({ refused: true });
		expect(storage.links).toEqual([LINK]);
	});

	it('stops in a circle of redirects', async () => {
		const storage = new Storage({ [LINK]: { status: 302, headers: { location: LINK } } });
		expect(await follow(storage)).toMatchObject({ status: 302 });
		expect(storage.links).toHaveLength(4);
	});
});

const SANDBOX = 'http://127.0.0.1:4010/signature';

describe('a pre-signed link', () => {
	it.each([
		['https://files.example.com/a?signature=b', 'https://sign.example.com', true],
		['http://files.example.com/a', 'https://sign.example.com', false],
		['http://127.0.0.1:4010/signature/files/a', SANDBOX, true],
		['http://127.0.0.1:4010/signature/files/a', 'https://sign.example.com', false],
		['file:///etc/hosts', SANDBOX, false],
		['no address', SANDBOX, false],
	])('%p of %p may be followed: %p', (link, address, may) => {
		expect(mayFollow(link, address)).toBe(may);
	});
});
