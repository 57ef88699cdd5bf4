import type { INodeProperties } from 'n8n-workflow';
import { writtenFile } from '../../../shared/files/writtenFile';
import type { ItemRun } from '../../../shared/itemRun';
import { OutputItem, type Operation } from '../../../shared/operation';
import { list, object, text } from '../../../shared/shape';
import type { StoredRound } from '../../../BigCommerce/links/DecisionRounds';
import { OBJECT_TYPES } from '../../records/objects';
import { scopesOf } from '../../../BigCommerce/records/objects/objectType';
import { roundsAbout } from '../../../BigCommerce/links/roundsAbout';
import { auditPage } from '../../rounds/auditPage';
import { AUDITED, auditTrail, type AuditItem } from '../../rounds/auditTrail';
import type { Services } from '../../transport/Services';
import { askedByAny, otherWay, readAskedByAny } from './askBy';
import { aboutFields, aboutOfItem } from './about';

/** Where the file of an item stands. */
const FILE_FIELD = 'data';

const AS: INodeProperties = {
	displayName: 'Give It As',
	name: 'as',
	type: 'options',
	options: [
		{ name: 'HTML File', value: 'html', description: 'One page to read or keep' },
		{ name: 'Items', value: 'items', description: 'One item for each question' },
		{ name: 'JSON File', value: 'json', description: 'One file for another program' },
	],
	default: 'items',
	description: 'A file comes with its hash in one item, which holds all questions as well',
};

interface File {
	mimeType: string;
	write(title: string, trail: readonly AuditItem[]): string;
}

const FILES: Readonly<Record<string, File>> = {
	html: { mimeType: 'text/html', write: auditPage },
	json: {
		mimeType: 'application/json',
		write: (title, trail) => JSON.stringify({ title, decisions: trail }, null, '\t'),
	},
};

function fileOf(run: ItemRun, as: string): File | undefined {
	if (as === 'items' || Object.hasOwn(FILES, as)) return FILES[as];
	throw run.refuse({ what: `Give It As has no choice "${as}"`, next: 'Choose one from the list.' });
}

export const getAuditTrail: Operation<Services> = {
	option: {
		name: 'Get Audit Trail',
		value: 'getAuditTrail',
		description:
			'Retrieve everything that was ever asked about an object, with steps, people, times and hashes',
		action: 'Get the audit trail of decisions',
	},
	effect: 'read',
	scopes: scopesOf(OBJECT_TYPES, 'read-only', 'objectType', { isCarrierAlone: true }),
	output: object({ ...AUDITED, decisions: list(object(AUDITED)), fileName: text, sha256: text }),
	fields: [...aboutFields, AS, askedByAny],
	async execute(run, services) {
		const { type, objectId: id } = aboutOfItem(run);
		const as = run.text('as', 'items');
		const file = fileOf(run, as);
		const rounds = await roundsAbout(services.store, services, type, { objectId: id, isOfEveryPart: true });
		const ways = readAskedByAny(run);
		const other = (round: StoredRound) => otherWay(run, round, 'Choose Asked By Both.');
		const trail = await auditTrail(services, rounds, ways, other);
		if (!file) return trail;
		const { binary, fileName, sha256 } = await writtenFile(
			run,
			file.write(`Decisions about ${type.one} ${id}`, trail),
			`${type.one.replace(' ', '-')}-${id}-decisions.${as}`,
			file.mimeType,
		);
		return new OutputItem({ decisions: trail, fileName, sha256 }, { [FILE_FIELD]: binary });
	},
};
