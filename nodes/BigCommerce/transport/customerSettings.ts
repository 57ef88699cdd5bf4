import isEmpty from 'lodash/isEmpty';
import omitBy from 'lodash/omitBy';
import pick from 'lodash/pick';
import type { IDataObject } from 'n8n-workflow';
import { givesIf, type Gives } from '../../shared/answer';
import { isRecord } from '../../shared/isRecord';
import type { Entered, Fields } from '../../shared/record/field';
import type { ScopeName } from './scopes';
import type { StoreClient, StoreRequest } from './StoreClient';

/** What is set where. */
export interface SettingsTable {
	path: string;
	scope: ScopeName;
	/** By the part of the settings that they stand in. */
	parts: Readonly<Record<string, Fields>>;
	/** What stands beside the parts, in those of a channel only. */
	ofChannel: Fields;
}

/** An example of a channel's stands without the envelope (description of `updateCustomersSettingsChannel`). */
const settingsIn = (body: unknown): IDataObject => {
	const inside = isRecord(body) && isRecord(body.data) ? body.data : body;
	return isRecord(inside) ? inside : {};
};

/** A part with what is to be said; what a channel takes from the store comes as null, and is left out, so that it goes on doing so. */
const said = (standing: unknown, fields: Fields, values: Entered): IDataObject => {
	const names = Object.keys(fields);
	const own = isRecord(standing) ? pick(standing, names) : {};
	return { ...omitBy(own, (value) => value === null), ...pick(values, names) };
};

/** The settings of customers: those of the store, or those of one channel. */
export class CustomerSettings {
	private readonly about: Pick<StoreRequest, 'path' | 'subject' | 'gives'>;

	constructor(
		private readonly client: StoreClient,
		private readonly table: SettingsTable,
		private readonly channel?: number,
	) {
		const { path, scope, parts } = table;
		const at = channel === undefined ? '' : `/channels/${channel}`;
		const of = channel === undefined ? 'of the store' : `of channel ${channel}`;
		/** A channel that takes all of a part from the store may say null of the whole part. */
		const gives: Gives = givesIf(({ body }) =>
			Object.keys(parts)
				.map((name) => settingsIn(body)[name])
				.some((part) => part === null || isRecord(part)),
		);
		this.about = {
			path: `${path}${at}`,
			subject: { name: `customer settings ${of}`, scope },
			gives,
		};
	}

	/** @throws NodeApiError when there is no such channel */
	async get(): Promise<IDataObject> {
		return settingsIn((await this.client.request({ ...this.about, method: 'GET' })).body);
	}

	/**
	 * Whether a change keeps what it does not name is not said (reference 6.6): what stands is sent with it.
	 *
	 * @param values by the vendor's names; null gives a setting of a channel back to the store (description of `updateCustomersSettingsChannel`)
	 * @returns the settings as they stand afterwards; of what only a channel has the description of the answer says nothing, so that what was sent stands in for it
	 */
	async change(values: Entered): Promise<IDataObject> {
		const { parts, ofChannel } = this.table;
		const standing = await this.get();
		const beside = this.channel === undefined ? {} : said(standing, ofChannel, values);
		const inside = Object.entries(parts)
			.map(([name, fields]) => [name, said(standing[name], fields, values)] as const)
			.filter(([, part]) => !isEmpty(part));
		const request: StoreRequest = {
			...this.about,
			method: 'PUT',
			body: { ...beside, ...Object.fromEntries(inside) },
			done: `the ${this.about.subject.name} were changed`,
		};
		return { ...beside, ...settingsIn((await this.client.request(request)).body) };
	}
}
