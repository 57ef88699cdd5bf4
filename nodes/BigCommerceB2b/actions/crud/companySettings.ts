import pick from 'lodash/pick';
import type { INodeProperties } from 'n8n-workflow';
import { collectionField } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import { entered, inputsOf, type Entered } from '../../../shared/record/field';
import type { Given } from '../../../shared/record/given';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { company } from '../../../BigCommerce/edition/records/company';
import type { CompanySettings } from '../../../BigCommerce/edition/records/companySettings';
import type { B2bClient } from '../../../BigCommerce/edition/transport/B2bClient';
import { settings as settingsOf } from '../../../BigCommerce/edition/transport/envelope';
import { idOf, scopes, type Made } from './picked';

const fields: INodeProperties[] = [locatorOf(company.locator)];

const target = (settings: CompanySettings, id: number) => ({
	path: `${company.path}/${id}/${settings.path}`,
	subject: `the ${settings.one} of company ${id}`,
	gives: settingsOf(...settings.told),
});

/** What a company has of this kind. @throws NodeApiError when the company is not there, or the store has none of it */
export const readSettings = async (
	client: B2bClient,
	settings: CompanySettings,
	id: number,
): Promise<Given> => await client.get(target(settings, id));

/** Sets some of it; what must be said although it stays is read first. */
export async function setSettings(
	client: B2bClient,
	settings: CompanySettings,
	id: number,
	values: Entered,
): Promise<Given> {
	const { restated = [] } = settings;
	const isWhole = restated.every((name) => name in values);
	const standing = isWhole ? {} : pick(await readSettings(client, settings, id), restated);
	return await client.write({ ...target(settings, id), method: 'PUT', body: { ...standing, ...values } });
}

/** A Get of what a company has one of. */
export const getsSettings = (settings: CompanySettings): Made => ({
	effect: 'read',
	scopes,
	output: object(settings.properties),
	fields,
	execute: async (run, client) => await readSettings(client, settings, idOf(run, company)),
});

const entry = (run: ItemRun, { one, further }: CompanySettings): Entered => {
	const values = entered(run, 'fields', 'updateFields', further);
	if (Object.keys(values).length) return values;
	throw run.refuse({
		what: `Nothing to change was given for the ${one}`,
		next: 'Add at least one field under Update Fields.',
	});
};

/** An Update of what a company has one of. */
export const changesSettings = (settings: CompanySettings): Made => ({
	effect: 'change',
	scopes,
	output: object(settings.properties),
	fields: [...fields, collectionField('Update Fields', 'updateFields', inputsOf(settings.further))],
	execute: async (run, client) =>
		await setSettings(client, settings, idOf(run, company), entry(run, settings)),
});
