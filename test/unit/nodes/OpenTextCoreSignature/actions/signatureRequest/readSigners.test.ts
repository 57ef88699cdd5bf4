import type { IDataObject } from 'n8n-workflow';
import { readSigners } from '../../../../../../nodes/OpenTextCoreSignature/actions/signatureRequest/readSigners';
import { signerFields } from '../../../../../../nodes/OpenTextCoreSignature/actions/signatureRequest/signerFields';
import { ItemRun } from '../../../../../../nodes/shared/itemRun';
import { executeFunctions } from '../../../../support/contexts';

const readPeople = (item: IDataObject) => readSigners(new ItemRun(executeFunctions({ items: [item] }), 0));

const read = (item: IDataObject) => readPeople(item).signers;

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
		['no list', '{"email": "a@example.com"}', /Signers \(JSON\) must be a JSON list/],
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

	describe('who are required (K1: who is required is in the request, or the request does not go out)', () => {
		const rows = (email: unknown, required?: unknown): IDataObject[] => [
			{
				full_name: 'Ada Li',
				order: 1,
				email: Object(email) === email ? {} : `${String(email ?? '')}`,
				...(required !== undefined && { required: required === true }),
			},
			{ ...NATHAN, full_name: 'Nathan', order: 2, approve_only: true },
		];

		it.each(['', '   ', undefined, null])(
			'refuse the whole request for want of the address %p, naming the person',
			(email) => {
				const signers = [{ ...rows('')[0], email }, rows('')[1]];
				expect(() => json(signers)).toThrow(
					'Item 1: Signer 1 has no valid e-mail address: the signer "Ada Li" is required',
				);
				const asForm = { email, name: 'Ada Li', role: 'approver', order: 1 };
				expect(() => form({ ...asForm, email: email ?? '' }, { ...NATHAN, role: 'signer' })).toThrow(
					'Item 1: Signer 1 has no valid e-mail address: the approver "Ada Li" is required',
				);
			},
		);

		it('are left out without an address when they are not required, and named as such', () => {
			const { signers, asked, leftOut } = readPeople({ signerInput: 'json', signersJson: rows('', false) });
			expect(signers).toEqual([{ ...NATHAN, full_name: 'Nathan', order: 2, approve_only: true }]);
			expect(asked).toMatchObject([{ name: 'Nathan', role: 'approver', required: true }]);
			expect(leftOut).toMatchObject([{ name: 'Ada Li', role: 'signer', order: 1, required: false }]);
			const asForm = readPeople({
				signers: {
					signer: [
						{ email: '', name: 'Ada Li', required: false, order: 1 },
						{ ...NATHAN, required: true },
					],
				},
			});
			expect(asForm.signers).toEqual([{ ...NATHAN, needs_to_sign: true }]);
			expect(asForm.leftOut).toMatchObject([{ name: 'Ada Li' }]);
		});

		it('are never sent to the service as such', () => {
			const { signers } = readPeople({ signerInput: 'json', signersJson: rows('ada@example.com', false) });
			expect(JSON.stringify(signers)).not.toContain('required');
			expect(signers).toHaveLength(2);
		});

		it('are refused with an address that is none, required or not: it is not taken for an empty one', () => {
			expect(() => json(rows('ada@', false))).toThrow('Item 1: Signer 1 has no valid e-mail address');
			expect(() => json(rows('ada at example.com', true))).toThrow(
				'Item 1: Signer 1 has no valid e-mail address',
			);
		});

		it('leave nobody who acts when all were left out', () => {
			expect(() => json([{ full_name: 'Ada', required: false }])).toThrow(/nobody who signs or approves/);
			expect(() =>
				json([
					{ full_name: 'Ada', required: false },
					{ ...NATHAN, needs_to_sign: false },
				]),
			).toThrow(/nobody who signs or approves/);
		});
	});

	it.each<[string, IDataObject, RegExp]>([
		['an address that is an object', { email: { a: 1 } }, /Email of signer 1 must be text/],
		['a name that is a list', { ...NATHAN, name: ['x'] }, /Name of signer 1 must be text/],
		[
			'a role that does not exist',
			{ ...NATHAN, role: 'witness' },
			/Role of signer 1 has no choice "witness"/,
		],
		['an order that is a part', { ...NATHAN, order: 1.5 }, /Order of signer 1 must be a whole number/],
		['an order below zero', { ...NATHAN, order: -1 }, /Order of signer 1/],
		['an order that came to nothing', { ...NATHAN, order: null }, /Order of signer 1 .* empty/],
		['words for required', { ...NATHAN, required: 'maybe' }, /Required of signer 1 must be true or false/],
		['nothing for required', { ...NATHAN, required: null }, /Required of signer 1 must be true or false/],
	])('as form are refused by name with %s', (_what, row, text) => {
		expect(() => form(row)).toThrow(text);
	});

	it.each<[string, unknown, RegExp]>([
		[
			'words for who acts',
			[{ ...NATHAN, needs_to_sign: 'perhaps' }],
			/needs_to_sign of signer 1 must be true or false/,
		],
		['an order in words', [{ ...NATHAN, order: 'first' }], /order of signer 1 must be a whole number/],
		['a name that is an object', [{ ...NATHAN, full_name: { a: 1 } }], /full_name of signer 1 must be text/],
		[
			'a number that is rounded',
			'[{"email": "a@example.com", "x": 9007199254740993}]',
			/write it as text|more digits/i,
		],
	])('as JSON are refused by name with %s', (_what, entered, text) => {
		expect(() => json(entered)).toThrow(text);
	});

	it('as JSON may say yes, no and order in text, as the service tolerates it (reference 3.1)', () => {
		expect(json([NATHAN, { email: ' lea@example.com ', needs_to_sign: 'false', order: '3' }])).toEqual([
			NATHAN,
			{ email: 'lea@example.com', needs_to_sign: false, order: 3 },
		]);
	});

	it('do not show an address in a refusal', () => {
		expect(() => form({ email: 'nathan@example' })).toThrow(/^(?!.*nathan)/);
	});
});

describe('an address that nobody can get mail at is not mailed (K1)', () => {
	const IMPOSSIBLE = [
		'a@x.com;',
		'a@x.com; b@x.com',
		'a@x.com,b@x.com',
		'mailto:ada@example.com',
		'ada@example..com',
		'ada..li@example.com',
		'ada@example.com.',
		'.ada@example.com',
		'ada.@example.com',
		'ada@.example.com',
		'ada@example',
		'<ada@example.com>',
		'ada li@example.com',
		'ada@exam\u00a0ple.com',
		'ada@example.com\nbob@example.com',
		'ada@@example.com',
	];

	it.each(IMPOSSIBLE)('%j', (email) => {
		expect(() => form({ email })).toThrow(/Signer 1 has no valid e-mail address/);
		expect(() => json([{ email }])).toThrow(/Signer 1 has no valid e-mail address/);
	});

	it.each([
		'ada@example.com\u200b',
		'\ufeffada@example.com',
		'ada@\u2060example.com',
		'ada\u00ad@example.com',
		' \u200bada@example.com ',
	])('but what cannot be seen is left out of one: %j', (email) => {
		expect(form({ email })).toMatchObject([{ email: 'ada@example.com' }]);
		expect(json([{ email }])).toMatchObject([{ email: 'ada@example.com' }]);
	});

	it.each(["o'neil+x@mail.example.co.uk", 'a.b_c-d@ex-ample.com', 'jörg@bücher.example', 'a@1.example'])(
		'as it is when it is one: %j',
		(email) => {
			expect(form({ email })).toMatchObject([{ email }]);
		},
	);

	it('and one of nothing but invisible characters is none', () => {
		expect(() => form({ email: '\u200b\ufeff' })).toThrow(/is required/);
	});
});

describe('Signers (JSON) are read field by field (K13)', () => {
	it.each(['language', 'embed_url_user_id', 'password', 'redirect_url', 'verify_phone_number'])(
		'%s of another kind is refused by name',
		(field) => {
			expect(() => json([NATHAN, { ...NATHAN, [field]: { a: 1 } }])).toThrow(
				`${field} of signer 2 must be text`,
			);
		},
	);

	it('required: null counts as left out, so that the person is required', () => {
		expect(
			readPeople({ signerInput: 'json', signersJson: [{ ...NATHAN, required: null }] }).asked,
		).toMatchObject([{ required: true }]);
		expect(() => json([NATHAN, { email: null, required: null }])).toThrow(/Signer 2 .* is required/);
	});
});
