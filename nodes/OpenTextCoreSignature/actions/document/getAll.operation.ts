import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { compareNames } from '../../../shared/compareNames';
import { filtersCollection, returnAllAndLimit, simplify } from '../../../shared/fields';
import { isRecord } from '../../../shared/isRecord';
import type { Operation } from '../../../shared/operation';
import { documentItem } from '../../transport/documents';
import type { SignatureClient } from '../../transport/SignatureClient';
import { STATUSES } from '../../transport/statuses';
import { DOCUMENT } from '../../records/document';

interface Filter {
	field: INodeProperties;
	/** What the document says about it; undefined when it says nothing. */
	read(document: IDataObject): unknown;
}

const part = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

const textFilter = (
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
): INodeProperties => ({ displayName, name, type: 'string', default: '', placeholder, description });

const titled = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Statuses in the words of the table, in Title Case; "signed and downloaded" becomes "Signed and Downloaded". */
const statusOptions = Object.entries(STATUSES)
	.map(([value, { name }]) => ({
		name: name
			.split(' ')
			.map((word) => (word === 'and' ? word : titled(word)))
			.join(' '),
		value,
	}))
	.sort((a, b) => compareNames(a.name, b.name));

/**
 * Filters of the list (reference 4.1), by the service's own names. `created` and `modified` are left out: what they compare with is not documented, and an exact match of
 * microseconds helps nobody.
 */
const FILTERS: Filter[] = [
	{
		field: textFilter(
			'External ID',
			'external_id',
			'e.g. abc123:order:4711:sign-off:1',
			'Only documents with this key',
		),
		read: ({ external_id: id }) => id,
	},
	{
		field: {
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: statusOptions,
			default: 'si',
			description: 'Only documents that stand so',
		},
		read: ({ status }) => status,
	},
	{
		field: textFilter(
			'Sender Email',
			'signrequest__from_email',
			'e.g. nathan@example.com',
			'Only documents that were sent from this address',
		),
		read: ({ signrequest }) => part(signrequest, 'from_email'),
	},
	{
		field: {
			displayName: 'Who Signs',
			name: 'signrequest__who',
			type: 'options',
			options: [
				{ name: 'Only Others', value: 'o' },
				{ name: 'Only the Sender', value: 'm' },
				{ name: 'The Sender and Others', value: 'mo' },
			],
			default: 'o',
			description: 'Only documents of this kind',
		},
		read: ({ signrequest }) => part(signrequest, 'who'),
	},
	{
		field: textFilter(
			'Owner Email',
			'user__email',
			'e.g. nathan@example.com',
			'Only documents of the user with this address',
		),
		read: ({ user }) => part(user, 'email'),
	},
	{
		field: textFilter(
			'Owner First Name',
			'user__first_name',
			'e.g. Nathan',
			'Only documents of users with this first name',
		),
		read: ({ user }) => part(user, 'first_name'),
	},
	{
		field: textFilter(
			'Owner Last Name',
			'user__last_name',
			'e.g. Smith',
			'Only documents of users with this last name',
		),
		read: ({ user }) => part(user, 'last_name'),
	},
];

const FILTER_FIELDS = FILTERS.map(({ field }) => field);

const same = (told: unknown, asked: unknown): boolean =>
	String(told).toLowerCase() === String(asked).toLowerCase();

/** A filter that the service does not know under this name would be ignored (reference 9, point 7), so a document that says something else is left out here. */
const passes = (document: IDataObject, filters: IDataObject): boolean =>
	FILTERS.every(({ field, read }) => {
		const asked = filters[field.name];
		const told = read(document);
		return asked === undefined || told === undefined || same(told, asked);
	});

export const getAll: Operation<SignatureClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		description: 'Retrieve a list of documents, the newest first',
		action: 'Get many documents',
	},
	effect: 'read',
	output: DOCUMENT,
	fields: [...returnAllAndLimit, simplify, filtersCollection(FILTER_FIELDS)],
	async execute(run, client) {
		const limit = run.limit();
		const filters = run.filters('filters', FILTER_FIELDS);
		const filtered = Object.keys(filters).length > 0;
		const request = { path: '/documents/', query: filters, subject: 'the list of documents' };
		const found: IDataObject[] = [];
		for await (const rows of client.pages(request, filtered ? Number.POSITIVE_INFINITY : limit)) {
			found.push(...rows.filter((document) => passes(document, filters)));
			if (found.length >= limit) break;
		}
		const documents = found.slice(0, limit);
		return run.flag('simplify', true) ? documents.map(documentItem) : documents;
	},
};
