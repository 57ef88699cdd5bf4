import type { Question, QuestionSigner } from '../../../../../../nodes/shared/decision/roundRecord';
import {
	peopleOf,
	signerBodies,
	tagOwners,
} from '../../../../../../nodes/OpenTextDecision/ways/signature/people';
import { isAsAsked, peopleIn } from '../../../../../../nodes/OpenTextDecision/ways/signature/standing';
import type { SignerItem } from '../../../../../../nodes/OpenTextCoreSignature/records/signers';

const signer = (role: string, more: Partial<QuestionSigner> = {}): QuestionSigner => ({
	role,
	email: `${role}@example.com`,
	order: 1,
	required: true,
	approvesOnly: false,
	embedded: false,
	...more,
});

const question = (signers: QuestionSigner[], more: Partial<Question> = {}): Question => ({
	askedBy: 'signature',
	name: 'Sign-off',
	details: [],
	signers,
	...more,
});

describe('the signers of a question', () => {
	it('are asked without those who need not sign and have no address, whose tags name nobody', () => {
		const signers = [signer('guarantor', { required: false, email: undefined }), signer('buyer')];
		const asked = peopleOf(question(signers));
		expect(asked.map(({ role }) => role)).toEqual(['buyer']);
		expect([...tagOwners(signers, asked)]).toEqual([
			['guarantor', {}],
			['buyer', { index: 1 }],
		]);
	});

	it('are not asked when an address is none, whether it is required or not', () => {
		const wrong = question([signer('buyer'), signer('guarantor', { required: false, email: 'nobody' })]);
		expect(() => peopleOf(wrong)).toThrow('the signer "guarantor" has no valid e-mail address');
	});

	it('may share an address where that is allowed, or where one of them need not sign', () => {
		const same = { email: 'BUYER@example.com' };
		expect(() => peopleOf(question([signer('buyer'), signer('seller', same)]))).toThrow(
			'has the address of another',
		);
		const allowed = question([signer('buyer'), signer('seller', same)], { oneAddressTwice: true });
		expect(peopleOf(allowed)).toHaveLength(2);
		expect(peopleOf(question([signer('buyer'), signer('copy', { ...same, required: false })]))).toHaveLength(
			2,
		);
	});

	it('have one role each, and are somebody', () => {
		expect(() => peopleOf(question([signer('buyer'), signer('buyer')]))).toThrow(
			'two signers have the role "buyer"',
		);
		expect(() => peopleOf(question([]))).toThrow('there is nobody who could sign');
	});

	it('go to the service in their order, who signs in a page with an ID of the question', () => {
		const asked = peopleOf(
			question([signer('buyer', { name: 'Ann', embedded: true }), signer('boss', { approvesOnly: true })]),
		);
		expect(signerBodies(asked, 'key')).toEqual([
			{
				email: 'buyer@example.com',
				full_name: 'Ann',
				order: 1,
				needs_to_sign: true,
				embed_url_user_id: 'key:buyer',
			},
			{ email: 'boss@example.com', order: 1, needs_to_sign: true, approve_only: true },
		]);
	});
});

const line = (email: string, state: string, at: string | null): SignerItem => ({
	email,
	name: '',
	role: 'signer',
	order: 1,
	state,
	signedAt: state === 'declined' ? null : at,
	declinedAt: state === 'declined' ? at : null,
});

describe('those who signed', () => {
	const signers = [signer('buyer'), signer('boss')];

	it('are told in the order in which they did, with the role in which they were asked', () => {
		const lines = [
			line('boss@example.com', 'signed', '2026-11-26T11:00:00Z'),
			line('buyer@example.com', 'signed', '2026-11-26T10:00:00Z'),
			line('third@example.com', 'waiting', null),
		];
		expect(peopleIn(lines, signers)).toMatchObject([
			{ who: 'buyer@example.com', step: 'buyer' },
			{ who: 'boss@example.com', step: 'boss' },
		]);
	});

	it('are as asked only when nobody handed the task on, and nobody else signed', () => {
		const own = line('buyer@example.com', 'signed', '2026-11-26T10:00:00Z');
		expect(isAsAsked([own, line('boss@example.com', 'waiting', null)], signers)).toBe(true);
		expect(isAsAsked([own, line('boss@example.com', 'forwarded', null)], signers)).toBe(false);
		expect(isAsAsked([own, line('other@example.com', 'signed', '2026-11-26T10:00:00Z')], signers)).toBe(
			false,
		);
	});
});
