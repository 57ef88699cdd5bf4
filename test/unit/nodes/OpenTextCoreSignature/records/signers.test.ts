import type { IDataObject } from 'n8n-workflow';
import { signerItems } from '../../../../../nodes/OpenTextCoreSignature/records/signers';
import { readDocument } from '../../../../../nodes/OpenTextCoreSignature/transport/documents';
import { SIGN_REQUEST } from '../../../../../nodes/OpenTextCoreSignature/transport/signers';
import { fieldsIn } from '../../../../../nodes/shared/record/given';
import { SENDER, senderRow, signerOf } from '../../../support/signature';

const itemsOf = (request: IDataObject) => signerItems(fieldsIn(SIGN_REQUEST, request));

const rolesOf = (request: IDataObject) => itemsOf(request).map(({ email, role }) => [email, role]);

describe('the people of a signature request', () => {
	it('have roles; the sender stands first and need not sign (reference 5.4, 7.11)', () => {
		const signers = [
			senderRow(),
			signerOf('a@example.com'),
			signerOf('b@example.com', { approve_only: true }),
			signerOf('c@example.com', { needs_to_sign: false }),
			signerOf('d@example.com', { needs_to_sign: false, notify_only: true }),
		];
		const roles = [
			[SENDER, 'sender'],
			['a@example.com', 'signer'],
			['b@example.com', 'approver'],
			['c@example.com', 'copy'],
			['d@example.com', 'watcher'],
		];
		expect(rolesOf({ from_email: SENDER.toUpperCase(), signers })).toEqual(roles);
		expect(rolesOf({ signers })).toEqual(roles);
	});

	it('have a sender that may have to sign', () => {
		expect(rolesOf({ from_email: SENDER, signers: [signerOf(SENDER)] })).toEqual([[SENDER, 'signer']]);
	});

	it('are told apart from the sender by their row: who gets a copy may share the address (K15)', () => {
		const copy = signerOf(SENDER, { needs_to_sign: false });
		const signers = [senderRow(), signerOf('a@example.com'), copy];
		const roles = [
			[SENDER, 'sender'],
			['a@example.com', 'signer'],
			[SENDER, 'copy'],
		];
		expect(rolesOf({ from_email: SENDER, signers })).toEqual(roles);
		expect(rolesOf({ signers })).toEqual(roles);
		expect(rolesOf({ from_email: SENDER, signers: [signerOf(SENDER), copy] })).toEqual([
			[SENDER, 'signer'],
			[SENDER, 'copy'],
		]);
	});

	it.each([
		[{}, 'invited'],
		[{ emailed: false }, 'waiting'],
		[{ viewed: true }, 'viewed'],
		[{ viewed: true, signed: true }, 'signed'],
		[{ viewed: true, signed: true, approve_only: true }, 'approved'],
		[{ viewed: true, declined: true }, 'declined'],
		[{ viewed: true, forwarded: true }, 'forwarded'],
	])('with %j have the state %s', (more, state) => {
		expect(itemsOf({ signers: [signerOf('a@example.com', more)] })[0].state).toBe(state);
	});

	it.each([
		[{ full_name: 'Ada Example' }, 'Ada Example'],
		[{ first_name: 'Ada', last_name: 'Example' }, 'Ada Example'],
		[{ display_name: 'Ada Example (ada@example.com)' }, 'Ada Example'],
		[{ display_name: 'ada@example.com' }, 'ada@example.com'],
	])('with %j are called %s', (more, name) => {
		expect(itemsOf({ signers: [signerOf('ada@example.com', more)] })[0].name).toBe(name);
	});

	it('tell reason and hand-over only where there is one, and never the link that lets one sign', () => {
		const [plain, told] = itemsOf({
			signers: [
				signerOf('a@example.com', { embed_url: 'https://sign.example.com/secret' }),
				signerOf('b@example.com', { message: 'Wrong total', forwarded_to_email: 'c@example.com' }),
			],
		});
		expect(Object.keys(plain)).toEqual(['email', 'name', 'role', 'order', 'state', 'signedAt', 'declinedAt']);
		expect(told).toMatchObject({ reason: 'Wrong total', forwardedTo: 'c@example.com' });
		expect(JSON.stringify([plain, told])).not.toContain('secret');
	});

	it.each([[undefined], [null], [{}], [{ signers: null }], ['x']])('are nobody in %j', (signrequest) => {
		const row: IDataObject = { signrequest };
		expect(signerItems(readDocument(row).signrequest)).toEqual([]);
	});
});
