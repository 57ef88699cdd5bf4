import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../shared/isRecord';
import { orderSummary } from '../../records/order';
import { CannotAsk } from '../cannotAsk';
import type { Opening } from '../way';
import { TextFault } from './documentText';
import { fillDocument, type Scope } from './fillDocument';
import { tagOwners, type Asked } from './people';

const rows = (value: unknown): IDataObject[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const amount = (value: unknown): string => Number(value ?? 0).toFixed(2);

/** The lines of an order under the names that documents use, beside the store's own. */
const linesOf = (order: IDataObject, facts: IDataObject): IDataObject[] =>
	rows(order.products).map((line) => ({
		...rows(facts.lines).find(({ id }) => id === line.id),
		...line,
		sku: line.sku ?? '',
		article: line.name ?? '',
		price: amount(line.price_inc_tax),
		total: amount(line.total_inc_tax),
	}));

/** What a document can be filled with, the nearest first (decisions page, section 2). @param zone of the workflow */
export function scopeOf({ round, order, facts = {} }: Opening, zone: string): Scope {
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
		{ lines: linesOf(order, facts) },
		facts,
		{ ...orderSummary(order), orderTotal: amount(order.total_inc_tax) },
		order,
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
