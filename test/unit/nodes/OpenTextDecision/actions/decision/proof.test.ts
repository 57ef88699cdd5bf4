import { proofIn } from '../../../../../../nodes/OpenTextDecision/actions/decision/proof';
import { given } from '../../../../support/given';

const KEY = 'abc123:order:1042:order-sign-off:1';

const run = { refuse: ({ what }: { what: string }) => new Error(what) };

const collected = {
	linkKey: KEY,
	files: [
		{ item: 'signedDocument', sha256: 'aa', fileName: 'order.pdf' },
		{ item: 'signingLog', sha256: 'bb', fileName: 'log.pdf' },
	],
	manifestSha256: 'cc',
};

describe('the proof that Finish keeps', () => {
	it('is the hashes of the files and of their manifest, and the place where they are kept', () => {
		const item = given({ proof: { ...collected, address: 'https://archive.example.com/aa.pdf' } });
		expect(proofIn(run, item, KEY)).toEqual({
			files: { signedDocument: 'aa', signingLog: 'bb' },
			manifest: 'cc',
			address: 'https://archive.example.com/aa.pdf',
		});
	});

	it('is nothing where the item brings none', () => {
		for (const item of [{}, { proof: null }, { proof: 'aa' }, { proof: { files: [] } }].map(given)) {
			expect(proofIn(run, item, KEY)).toBeUndefined();
		}
	});

	it('is refused when it proves another decision', () => {
		const other = given({ proof: { ...collected, linkKey: 'abc123:order:7:order-sign-off:1' } });
		expect(() => proofIn(run, other, KEY)).toThrow('is that of abc123:order:7:order-sign-off:1');
	});
});
