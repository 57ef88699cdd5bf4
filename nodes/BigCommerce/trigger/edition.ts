import { NodeApiError, type IPollFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { operationError } from '../../shared/errorText';
import type { Given } from '../../shared/record/given';
import { company } from '../edition/records/company';
import { companyAddress } from '../edition/records/companyAddress';
import { companyUser } from '../edition/records/companyUser';
import { editionDates } from '../edition/records/dates';
import { readRecord, type Readable } from '../edition/records/objects/readRecord';
import { quote } from '../edition/records/quote';
import { B2bClient, CREDENTIAL } from '../edition/transport/B2bClient';
import { INFERRED } from '../edition/transport/inferred';
import type { StoreClient } from '../transport/StoreClient';
import type { DeliveryData } from './delivery';
import { whole } from './places';
import { failedReading, type PartReading, type Reading } from './reading';
import { SCOPE_OPTIONS } from './scopes';
import { isRemoval } from './sources';

interface EditionSource {
	/** Events whose scope begins like this. The first that fits is taken, so longer ones come first. */
	prefix: string;
	/** Under which the record stands in the item. */
	name: string;
	record: Readable;
	id(data: DeliveryData): string | undefined;
	/** That its id is the one that is read by is a guess, so that one that is not found may be there. */
	isGuessed?: true;
}

/** BigCommerce reference 13.8; super_admin.yaml. */
const superAdmin: Readable = { one: 'super admin', path: '/super-admins/info' };

/** BigCommerce reference 12.5: what the ids of each event of B2B Edition mean. */
const SOURCES: readonly EditionSource[] = [
	{
		prefix: 'store/company/address/',
		name: 'companyAddress',
		record: companyAddress,
		id: (data) => data.address_id,
	},
	{ prefix: 'store/company/user/', name: 'companyUser', record: companyUser, id: (data) => data.user_id },
	{ prefix: 'store/company/', name: 'company', record: company, id: (data) => data.company_id },
	{
		prefix: 'store/superadmin/',
		name: 'superAdmin',
		record: superAdmin,
		id: INFERRED.superAdminIn,
		isGuessed: true,
	},
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
export async function readOf(
	edition: B2bClient,
	record: Readable,
	id: string,
	made?: Date,
): Promise<Reading> {
	try {
		return { record: editionDates({ ...(await readRecord(edition, record, id, made)) }) };
	} catch (error) {
		return error instanceof NodeApiError ? failedReading(error) : await Promise.reject(error);
	}
}

/** Who is assigned to whom, which events of assignments alone tell (super_admin.yaml): read beside whom the event is about. */
const PARTS: ReadonlyArray<{ event: string; name: string; path(id: string): string; idField?: string }> = [
	{
		event: 'store/superadmin/assignmentUpdated',
		name: 'companies',
		path: (id) => `/super-admins/${id}/companies`,
		idField: 'companyId',
	},
	{
		event: 'store/company/superadmin/assignmentUpdated',
		name: 'superAdmins',
		path: (id) => `/companies/${id}/super-admins`,
	},
];

type EditionPart = PartReading & { kind: string };

async function partIn(edition: B2bClient, event: string, id: string): Promise<EditionPart | undefined> {
	const part = PARTS.find((one) => one.event === event);
	if (!part) return undefined;
	const { name: kind, path, idField } = part;
	try {
		const rows = await edition.list({
			path: path(id),
			idField,
			subject: `the list of ${kind} of the delivery`,
		});
		return { kind, rows: rows.map((row): Given => editionDates({ ...row })) };
	} catch (error) {
		return error instanceof NodeApiError ? { kind, ...failedReading(error) } : await Promise.reject(error);
	}
}

/** Reads a company or a quote again. @returns undefined when the event is about neither, or does not name it */
export async function readInEdition(
	client: StoreClient,
	edition: B2bClient,
	event: string,
	data: DeliveryData,
): Promise<(Reading & { kind: string; part?: EditionPart }) | undefined> {
	const source = sourceIn(event);
	const id = whole(source?.id(data));
	if (!source || id === undefined) return undefined;
	const { name: kind, record, isGuessed } = source;
	const refused = await faultOf(client, edition);
	if (refused) return { kind, refused, passing: false };
	const reading = await readOf(edition, record, id);
	if (isGuessed && 'gone' in reading) return undefined;
	const part = 'record' in reading ? await partIn(edition, event, id) : undefined;
	return { kind, ...reading, ...(part && { part }) };
}
