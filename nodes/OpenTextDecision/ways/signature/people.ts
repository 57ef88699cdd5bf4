import type { Question, QuestionSigner } from '../../../shared/decision/roundRecord';
import { isAddress } from '../../../OpenTextCoreSignature/records/address';
import { sameText } from '../../../OpenTextCoreSignature/records/signers';
import { INFERRED } from '../../../OpenTextCoreSignature/transport/inferred';
import type { SignerBody } from '../../../OpenTextCoreSignature/transport/requests';
import { CannotAsk } from '../cannotAsk';
import type { TagOwner } from './fillDocument';

/** Somebody who is asked. */
export type Asked = QuestionSigner & { email: string };

const hasAddress = (signer: QuestionSigner): signer is Asked => Boolean(signer.email);

const refuse = (what: string, next: string): never => {
	throw new CannotAsk({ what, next });
};

/**
 * Who of the signers is asked, in their order. Addresses stand in no text of an error: it is kept with the order.
 *
 * @throws CannotAsk when somebody who is required cannot be asked, or nobody can
 */
export function peopleOf({ signers = [], requestedBy, oneAddressTwice }: Question): Asked[] {
	const roles = signers.map(({ role }) => role);
	const twice = roles.find((role, at) => roles.indexOf(role) !== at);
	if (twice !== undefined)
		refuse(`two signers have the role "${twice}"`, 'Give each signer a role of its own.');
	for (const { role, email, required } of signers) {
		if (email && !isAddress(email)) {
			refuse(`the signer "${role}" has no valid e-mail address`, 'Correct the address, then ask again.');
		}
		if (required && !email) {
			refuse(`the required signer "${role}" has no e-mail address`, 'Enter the address, then ask again.');
		}
		if (required && requestedBy !== undefined && sameText(email, requestedBy)) {
			refuse(
				`the required signer "${role}" is who wants the decision`,
				'Let somebody else sign, or ask for somebody else.',
			);
		}
	}
	const required = signers.filter((signer) => signer.required);
	const same = required.find((one, at) =>
		required.slice(0, at).some(({ email }) => sameText(email, one.email)),
	);
	if (same && !oneAddressTwice) {
		refuse(
			`the required signer "${same.role}" has the address of another one`,
			'Enter another address, or add the option Allow One Address Twice.',
		);
	}
	const asked = signers.filter(hasAddress);
	if (!asked.length) refuse('there is nobody who could sign', 'Add a signer with an e-mail address.');
	return asked;
}

/** As the service takes them (Core Signature reference 5.4). @param key tells the links of embedded signers apart */
export const signerBodies = (asked: readonly Asked[], key: string): SignerBody[] =>
	asked.map(({ role, name, email, order, approvesOnly, embedded }) => ({
		email,
		...(name && { full_name: name }),
		order,
		needs_to_sign: true,
		...(approvesOnly && { approve_only: true }),
		...(embedded && { embed_url_user_id: `${key}:${role}` }),
	}));

/** Whom the tags of the document may name: the number is the place in the list of signers (Core Signature reference 7.9). */
export const tagOwners = (
	signers: readonly QuestionSigner[],
	asked: readonly Asked[],
): Map<string, TagOwner> =>
	new Map(
		signers.map(({ role }) => {
			const at = asked.findIndex((one) => one.role === role);
			return [role, at < 0 ? {} : { index: INFERRED.firstTagIndex + at }];
		}),
	);
