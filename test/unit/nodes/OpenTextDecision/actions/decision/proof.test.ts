import { proofIn } from '../../../../../../nodes/OpenTextDecision/actions/decision/proof';

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
		expect(
			proofIn(run, { proof: { ...collected, address: 'https://archive.example.com/aa.pdf' } }, KEY),
		).toEqual({
			files: { signedDocument: 'aa', signingLog: 'bb' },
			manifest: 'cc',
			address: 'https://archive.example.com/aa.pdf',
		});
	});

	it('is nothing where the item brings none', () => {
		for (const item of [{}, { proof: null }, { proof: 'aa' }, { proof: { files: [] } }]) {
			expect(proofIn(run, item, KEY)).toBeUndefined();
		}
	});

	it('is refused when it proves another decision', () => {
		const other = { proof: { ...collected, linkKey: 'abc123:order:7:order-sign-off:1' } };
		expect(() => proofIn(run, other, KEY)).toThrow('is that of abc123:order:7:order-sign-off:1');
	});
});
