import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import { locatorOf } from '../../../shared/record/locator';
import { channel } from '../../records/channel';
import { customerSettings } from '../../records/customerSettings';
import { CustomerSettings } from '../../transport/customerSettings';
import type { StoreClient } from '../../transport/StoreClient';
import { idOf } from '../crud/picked';

/** Only while the settings of a channel are meant. */
export const ofChannel = { show: { settingsOf: ['channel'] } };

/** Whose settings they are. */
export const whoseFields: INodeProperties[] = [
	{
		displayName: 'Settings Of',
		name: 'settingsOf',
		type: 'options',
		options: [
			{ name: 'Channel', value: 'channel' },
			{ name: 'Store', value: 'store' },
		],
		default: 'store',
		description: 'What a channel does not set, it takes from the store',
	},
	{ ...locatorOf(channel.locator), displayOptions: ofChannel },
];

const WHOSE = ['channel', 'store'] as const;

export const isOfChannel = (run: ItemRun): boolean =>
	run.values.choice(run.text('settingsOf', 'store'), 'Settings Of', WHOSE) === 'channel';

export async function settingsOf(run: ItemRun, client: StoreClient): Promise<CustomerSettings> {
	return new CustomerSettings(
		client,
		customerSettings,
		isOfChannel(run) ? await idOf(run, client, channel) : undefined,
	);
}
