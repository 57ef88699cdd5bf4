import { NodeApiError, type IPollFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { operationError } from '../../shared/errorText';
import { company } from '../edition/records/company';
import { companyAddress } from '../edition/records/companyAddress';
import { companyUser } from '../edition/records/companyUser';
import { editionDates } from '../edition/records/dates';
import { readRecord } from '../edition/records/objects/readRecord';
import { quote } from '../edition/records/quote';
import { B2bClient, CREDENTIAL } from '../edition/transport/B2bClient';
import type { StoreClient } from '../transport/StoreClient';
import type { DeliveryData } from './delivery';
import { whole } from './places';
import { failedReading, type Reading } from './reading';
import { SCOPE_OPTIONS } from './scopes';
import { isRemoval } from './sources';

export type EditionRecord = Parameters<typeof readRecord>[1];

interface EditionSource {
	/** Events whose scope begins like this. The first that fits is taken, so longer ones come first. */
	prefix: string;
	/** Under which the record stands in the item. */
	name: string;
	record: EditionRecord;
	id(data: DeliveryData): string | undefined;
}

/**
 * BigCommerce reference 12.5: what the ids of each event of B2B Edition mean. Events of super admins stay thin: nobody says whether their `user_id` is the number that the calls
 * for super admins take.
 */
const SOURCES: readonly EditionSource[] = [
	{
		prefix: 'store/company/address/',
		name: 'companyAddress',
		record: companyAddress,
		id: (data) => data.address_id,
	},
	{ prefix: 'store/company/user/', name: 'companyUser', record: companyUser, id: (data) => data.user_id },
	{ prefix: 'store/company/', name: 'company', record: company, id: (data) => data.company_id },
	{ prefix: 'store/quote/', name: 'quote', record: quote, id: (data) => data.quote_id },
];

const sourceIn = (event: string): EditionSource | undefined =>
	isRemoval(event) ? undefined : SOURCES.find(({ prefix }) => event.startsWith(prefix));

/** The scopes of which B2B Edition reads what they are about. */
export const EDITION_SCOPES: readonly string[] = SCOPE_OPTIONS.map(({ value }) => String(value)).filter(
	sourceIn,
);

/**
 * Where B2B Edition is asked. Its credential is optional: workflows without it are told ids. n8n gives it only where the field is shown, which further scopes do not.
 *
 * @returns undefined without it
 */
export function editionOf(
	functions: IPollFunctions | IWebhookFunctions,
	patienceMs?: number,
): B2bClient | undefined {
	const chosen: unknown = functions.getNodeParameter('scopes', []);
	const isShown = Array.isArray(chosen) && chosen.some((scope) => EDITION_SCOPES.includes(scope));
	const isGiven = functions.getNode().credentials?.[CREDENTIAL] !== undefined;
	return isShown && isGiven ? new B2bClient(functions, { patienceMs }) : undefined;
}

/**
 * Why B2B Edition is not asked, if so: a credential that was removed or is not usable would be so at the next try too, and another store has other companies of the same numbers.
 */
export async function faultOf(client: StoreClient, edition: B2bClient): Promise<Error | undefined> {
	const { hash } = await client.store();
	try {
		const { hash: other } = await edition.store();
		if (hash.toLowerCase() === other.toLowerCase()) return undefined;
	} catch (error) {
		return error instanceof Error ? error : await Promise.reject(error);
	}
	return operationError(client.functions.getNode(), {
		what: 'The BigCommerce B2B credential is of another store than the BigCommerce credential',
		next: 'Choose credentials of the same store in the trigger.',
	});
}

/** Reads one record as it is told. */
export async function readOf(edition: B2bClient, record: EditionRecord, id: string): Promise<Reading> {
	try {
		return { record: editionDates({ ...(await readRecord(edition, record, id)) }) };
	} catch (error) {
		return error instanceof NodeApiError ? failedReading(error) : await Promise.reject(error);
	}
}

/** Reads a company or a quote again. @returns undefined when the event is about neither, or does not name it */
export async function readInEdition(
	client: StoreClient,
	edition: B2bClient,
	event: string,
	data: DeliveryData,
): Promise<(Reading & { kind: string }) | undefined> {
	const source = sourceIn(event);
	const id = whole(source?.id(data));
	if (!source || id === undefined) return undefined;
	const { name: kind, record } = source;
	const refused = await faultOf(client, edition);
	return refused ? { kind, refused, passing: false } : { kind, ...(await readOf(edition, record, id)) };
}
