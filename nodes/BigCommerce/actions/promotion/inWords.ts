import uniq from 'lodash/uniq';
import type { INodeProperties } from 'n8n-workflow';
import type { Scope } from '../../../shared/operation';
import { fieldsIn, type Given } from '../../../shared/record/given';
import * as is from '../../../shared/shape';
import { NAMED, namedIn, type Named } from '../../records/promotionItems';
import { rulesInWords } from '../../records/promotionWords';
import { namesOf } from '../../transport/catalog';
import type { StoreClient } from '../../transport/StoreClient';

export const inWordsField: INodeProperties = {
	displayName: 'In Words',
	name: 'inWords',
	type: 'boolean',
	default: false,
	description:
		'Whether to add one sentence that says what the rules do (3 requests, and one for each variant)',
};

/** What an API account needs for the names in the sentence. */
export const IN_WORDS_SCOPE: Scope = {
	name: 'Products',
	access: 'read-only',
	when: { [inWordsField.name]: ['true'] },
};

const READ = { rules: is.list(is.object()), currency_code: is.text };

/** The sentence of each promotion, undefined for one without rules; names are read once for all. */
export async function inWords(
	client: StoreClient,
	promotions: readonly Given[],
): Promise<Array<string | undefined>> {
	const read = promotions.map((row) => fieldsIn(READ, row));
	const named = read.flatMap(({ rules = [] }) => namedIn(rules));
	const namesFor = async (kind: Named) =>
		await namesOf(client, kind, uniq(named.filter((one) => one.kind === kind).map(({ id }) => id)));
	const [brands, categories, products, variants] = await Promise.all(NAMED.map(namesFor));
	const names = { brands, categories, products, variants };
	return read.map(({ rules = [], currency_code: currency }) => rulesInWords(rules, { names, currency }));
}

/** A promotion with its sentence, if it has one. */
export const withWords = <Shown extends object>(shown: Shown, words: string | undefined): Shown =>
	words === undefined ? shown : { ...shown, [inWordsField.name]: words };
