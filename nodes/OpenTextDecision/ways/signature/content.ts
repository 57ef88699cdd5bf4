import { DateTime } from 'luxon';
import { shownOf } from '../../records/shown';
import { CannotAsk } from '../cannotAsk';
import type { Opening } from '../way';
import type { Question } from '../../../shared/decision/roundRecord';
import { noSuchRole, readText, rolesIn, TextFault } from './documentText';
import { fillDocument, type Scope } from './fillDocument';
import { tagOwners, type Asked } from './people';

/** What a document can be filled with, the nearest first (decisions page, section 2). @param zone of the workflow */
export function scopeOf({ round, type, object, facts = {} }: Opening, zone: string): Scope {
	const { record, key } = round;
	return [
		Object.fromEntries(record.question.details.map(({ name, value }) => [name, value])),
		{
			linkKey: record.key,
			part: key.part ?? null,
			round: key.round,
			today: DateTime.fromMillis(Date.now(), { zone }).toISODate(),
			requestedBy: record.question.requestedBy ?? null,
		},
		...shownOf(type).scopes(object, facts),
	];
}

/**
 * The page that people sign.
 *
 * @param zone of the workflow, for `today`
 * @throws CannotAsk when something in it has no value, or who is required has no place to sign
 */
export async function contentOf(opening: Opening, asked: readonly Asked[], zone: string): Promise<string> {
	const { document = '', signers = [] } = opening.round.record.question;
	try {
		const owners = tagOwners(signers, asked);
		const { html, signing } = fillDocument(document, scopeOf(opening, zone), owners);
		const without = asked.find(
			({ role, required, approvesOnly }) => required && !approvesOnly && !signing.has(role),
		);
		if (!without) return html;
		throw new TextFault(
			`has no place to sign for "${without.role}": write [[s|${without.role}|r:1]] where it is`,
		);
	} catch (error) {
		const refused =
			error instanceof TextFault &&
			new CannotAsk({
				what: `the document ${error.message}`,
				next: 'Correct the text of the document, then ask again.',
			});
		return await Promise.reject(refused || error);
	}
}

/** What is wrong with a document whatever it is filled with, as the end of a sentence about it; undefined when nothing is. */
export async function faultOf({ document = '', signers = [] }: Question): Promise<string | undefined> {
	const roles = signers.map(({ role }) => role);
	try {
		const unknown = rolesIn(readText(document)).find((role) => !roles.includes(role));
		return unknown === undefined ? undefined : noSuchRole(unknown, roles).message;
	} catch (error) {
		return error instanceof TextFault ? error.message : await Promise.reject(error);
	}
}
