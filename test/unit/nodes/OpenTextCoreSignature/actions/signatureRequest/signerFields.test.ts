import type { IDataObject } from 'n8n-workflow';
import {
	readSigners,
	signerFields,
} from '../../../../../../nodes/OpenTextCoreSignature/actions/signatureRequest/signerFields';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';

const read = (item: IDataObject) => readSigners(new ItemRun(executeFunctions({ items: [item] }), 0));

const form = (...signer: IDataObject[]) => read({ signers: { signer } });

const json = (signersJson: unknown) =>
	read({
		signerInput: 'json',
		signersJson: typeof signersJson === 'string' ? signersJson : Object(signersJson),
	});

const NATHAN = { email: 'nathan@example.com' };

describe('the signers of a request', () => {
	it.each([
		['signer', { needs_to_sign: true }],
		['approver', { needs_to_sign: true, approve_only: true }],
		['copy', { needs_to_sign: false }],
		['watcher', { needs_to_sign: false, notify_only: true }],
	])('as %s are what reference 5.4 and 7.11 say', (role, fields) => {
		const [signer, other] = form({ ...NATHAN, role: 'signer' }, { email: 'lea@example.com', role });
		expect(signer).toEqual({ ...NATHAN, needs_to_sign: true });
		expect(other).toEqual({ email: 'lea@example.com', ...fields });
	});

	it('can be given every role in the editor, and sign unless told otherwise', () => {
		const places = signerFields.flatMap(({ options = [] }) => options);
		const values = places.flatMap((option) => ('values' in option ? option.values : []));
		const role = values.find(({ name }) => name === 'role');
		const offered = (role?.options ?? []).map((option) => ('value' in option ? option.value : undefined));
		expect(offered).toEqual(['signer', 'approver', 'copy', 'watcher']);
		expect(role?.default).toBe('signer');
	});

	it('keep the order of the list, and their own order of signing', () => {
		const orders = [3, 1, 2].map((order) => ({ email: `s${order}@example.com`, order }));
		expect(form(...orders).map(({ email, order }) => [email, order])).toEqual([
			['s3@example.com', 3],
			['s1@example.com', 1],
			['s2@example.com', 2],
		]);
	});

	it('bring everything that was entered under the names of the service, and nothing that was left empty', () => {
		expect(
			form({
				email: ' nathan@example.com ',
				name: 'Nathan',
				order: 2,
				language: 'de',
				embedUserId: 'u1',
				password: 'invented',
				redirectUrl: '',
				role: 'signer',
			}),
		).toEqual([
			{
				email: 'nathan@example.com',
				full_name: 'Nathan',
				order: 2,
				language: 'de',
				embed_url_user_id: 'u1',
				password: 'invented',
				needs_to_sign: true,
			},
		]);
	});

	it('may be JSON in the words of the service, as text or as a list', () => {
		const list = [{ ...NATHAN, verify_phone_number: '+31600000000' }];
		expect(json(JSON.stringify(list))).toEqual(list);
		expect(json(list)).toEqual(list);
	});

	it.each<[string, unknown, RegExp]>([
		['no JSON', '[{', /Signers \(JSON\) is not valid JSON/],
		['no list', '{"email": "a@example.com"}', /must be a list of objects/],
		['a list of texts', '["a@example.com"]', /must be a list of objects/],
		['an empty list', '[]', /nobody who signs or approves/],
		['copies alone', [{ ...NATHAN, needs_to_sign: false }], /nobody who signs or approves/],
		['watchers alone', [{ ...NATHAN, notify_only: true }], /nobody who signs or approves/],
		['a row without address', [NATHAN, { full_name: 'Lea' }], /Signer 2 has no valid e-mail address/],
	])('as JSON are refused with %s', (_what, entered, text) => {
		expect(() => json(entered)).toThrow(text);
	});

	it.each<[string, IDataObject[], RegExp]>([
		['nobody', [], /nobody who signs or approves/],
		['watchers alone', [{ ...NATHAN, role: 'watcher' }], /nobody who signs or approves/],
		['an empty address', [{ email: '', role: 'signer' }], /Signer 1 has no valid e-mail address/],
		['an address with a blank', [{ email: 'a b@example.com' }], /Signer 1 has no valid e-mail address/],
	])('as form are refused with %s', (_what, rows, text) => {
		expect(() => form(...rows)).toThrow(text);
	});

	it('do not show an address in a refusal', () => {
		expect(() => form({ email: 'nathan@example' })).toThrow(/^(?!.*nathan)/);
	});
});
