import type { GenericValue } from 'n8n-workflow';
import { redact } from '../../../shared/errorText';
import { isRecord } from '../../../shared/isRecord';
import type { ItemRun } from '../../../shared/itemRun';
import { isMissing } from '../../../shared/values';
import { fieldsIn, type Given } from '../../../shared/record/given';
import { isAddress, seenAddress } from '../../records/address';
import type { Person } from '../../records/people';
import type { SignerBody } from '../../transport/requests';
import { personName, SIGNER } from '../../transport/signers';
import { ORDERS, ROLES, type AskedRole } from './signerFields';

/** Somebody who was asked, and whether nothing may be sent without them. */
export interface AskedPerson extends Person {
	role: AskedRole;
	required: boolean;
}

/** The people of a new request. */
export interface People {
	/** As the service takes them (reference 5.4). */
	signers: SignerBody[];
	/** Who they are, in the same order. */
	asked: AskedPerson[];
	/** Who is not required and has no address. */
	leftOut: AskedPerson[];
}

/** One entered row. */
interface Entry {
	person: AskedPerson;
	signer: SignerBody;
}

/** Whether a person does something before the request is finished. */
export const acts = ({ role }: AskedPerson): boolean => role === 'signer' || role === 'approver';

/**
 * The people of the item.
 *
 * @throws NodeOperationError when there is nobody to act, when a required person has no address, or when an address is none
 */
export function readSigners(run: ItemRun): People {
	const entries = run.text('signerInput', 'form') === 'json' ? fromJson(run) : fromForm(run);
	const kept = entries.filter(({ person }, position) => isSent(run, person, position));
	const asked = kept.map(({ person }) => person);
	if (!asked.some(acts)) {
		throw run.refuse({
			what: 'There is nobody who signs or approves',
			next: 'Add at least one person with role Signer or Approver under Signers, and with an address.',
		});
	}
	return {
		signers: kept.map(({ signer }) => signer),
		asked,
		leftOut: entries.map(({ person }) => person).filter((person) => !asked.includes(person)),
	};
}

/** Whether somebody is part of the request. Without a required person nothing goes out; a wrong address is never taken for an empty one. */
function isSent(run: ItemRun, { email, name, role, required }: AskedPerson, position: number): boolean {
	if (email && isAddress(email)) return true;
	if (!email && !required) return false;
	const who = `the ${role}${name ? ` "${redact(name)}"` : ''}`;
	const what = `Signer ${position + 1} has no valid e-mail address`;
	throw run.refuse(
		email
			? { what, next: `Correct the address of ${who}, or the expression that should fill it.` }
			: {
					what: `${what}: ${who} is required`,
					next: 'Enter the address, or check the expression that should fill it. Whoever is not Required may be left without one.',
				},
	);
}

type Reader = (run: ItemRun, value: unknown, label: string) => GenericValue;

const asText: Reader = (run, value, label) => run.values.text(value, label);
const asAddress: Reader = (run, value, label) => seenAddress(run.values.text(value, label));
const asFlag: Reader = (run, value, label) => run.values.flag(value, label);
const asOrder: Reader = (run, value, label) => run.values.number(value, label, ORDERS);

/** Fields of one signer as the form names them, as the service does, and how they are read. */
const FORM_FIELDS: ReadonlyArray<[field: string, own: string, label: string, read: Reader]> = [
	['email', 'email', 'Email', asAddress],
	['name', 'full_name', 'Name', asText],
	['order', 'order', 'Order', asOrder],
	['language', 'language', 'Language', asText],
	['embedUserId', 'embed_url_user_id', 'Embed User ID', asText],
	['password', 'password', 'Password', asText],
	['redirectUrl', 'redirect_url', 'Redirect URL', asText],
];

/** Fields in the service's own words, how each is read (reference 5.4); others go on as they are. */
const OWN_FIELDS: Readonly<Record<string, Reader>> = {
	email: asAddress,
	full_name: asText,
	first_name: asText,
	last_name: asText,
	order: asOrder,
	needs_to_sign: asFlag,
	approve_only: asFlag,
	notify_only: asFlag,
	in_person: asFlag,
	use_stamp_for_approve_only: asFlag,
	force_language: asFlag,
	language: asText,
	password: asText,
	embed_url_user_id: asText,
	verify_phone_number: asText,
	verify_bank_account: asText,
	redirect_url: asText,
	redirect_url_declined: asText,
	after_document: asText,
};

/** Left out: everybody is required. */
const readRequired = (run: ItemRun, value: unknown, label: string): boolean =>
	value === undefined || run.values.flag(value, label);

const personOf = (signer: Given, role: AskedRole, required: boolean): AskedPerson => {
	const { email = '', order, ...named } = fieldsIn(SIGNER, signer);
	const name = personName({ ...named, display_name: undefined });
	return {
		email,
		...(name && { name }),
		...(order !== undefined && { order }),
		role,
		required,
	};
};

const isRole = (value: unknown): value is AskedRole => Object.hasOwn(ROLES, String(value));

function fromForm(run: ItemRun): Entry[] {
	return run.rows('signers', 'signer').map((row, position) => {
		const labelled = (label: string) => `${label} of signer ${position + 1}`;
		const role = run.values.choice(row.role ?? 'signer', labelled('Role'), Object.keys(ROLES));
		const entered = FORM_FIELDS.filter(([field]) => row[field] !== undefined).map(
			([field, own, label, read]) => [own, read(run, row[field], labelled(label))],
		);
		const signer = {
			...Object.fromEntries(entered.filter(([, value]) => value !== '')),
			...(isRole(role) && ROLES[role].fields),
		};
		const required = readRequired(run, row.required, labelled('Required'));
		return { signer, person: personOf(signer, isRole(role) ? role : 'signer', required) };
	});
}

function fromJson(run: ItemRun): Entry[] {
	const list = run.jsonList('signersJson', 'Signers (JSON)');
	if (list.every(isRecord)) return list.map((row, position) => ownEntry(run, row, position));
	throw run.refuse({
		what: 'Signers (JSON) must be a list of objects',
		next: 'Enter something like [{"email": "nathan@example.com", "full_name": "Nathan", "order": 1}].',
	});
}

/** Upstream takes null for not set. */
function ownEntry(
	run: ItemRun,
	{ required, ...row }: Readonly<Record<string, unknown>>,
	position: number,
): Entry {
	const read = Object.entries(row)
		.filter(([, value]) => !isMissing(value))
		.map(([name, value]) => {
			const reader = Object.hasOwn(OWN_FIELDS, name) ? OWN_FIELDS[name] : undefined;
			return [name, reader ? reader(run, value, `${name} of signer ${position + 1}`) : value];
		});
	const signer: SignerBody = Object.fromEntries(read);
	const isRequired = readRequired(run, required ?? undefined, `required of signer ${position + 1}`);
	return { signer, person: personOf(signer, roleOf(signer), isRequired) };
}

function roleOf(signer: Given): AskedRole {
	const { notify_only: watches, needs_to_sign: signs, approve_only: approves } = fieldsIn(SIGNER, signer);
	if (watches) return 'watcher';
	if (signs === false) return 'copy';
	return approves ? 'approver' : 'signer';
}
