import type { IDataObject } from 'n8n-workflow';
import { createOnce, lookFor } from '../../../shared/createOnce';
import type { ItemRun } from '../../../shared/itemRun';
import type { StoreClient } from '../../transport/StoreClient';
import { assigning, isFor, standingFor, standingOf, type Pairing } from './pairing';

/**
 * Assigns a price list to a group in all channels, or to a channel as its default. The call that changes an assignment takes group and channel together only, so that these are made by the call for new ones (BigCommerce
 * reference 9.3), once.
 *
 * @throws NodeOperationError when another list counts there: it is never taken away and set anew in two calls, between which none would count
 */
export async function assignPartly(run: ItemRun, client: StoreClient, wanted: Pairing): Promise<IDataObject> {
	const standing = (await standingFor(client, [wanted])).filter((row) => isFor(row, wanted));
	const same = standingOf(standing, wanted);
	if (same) return same;
	const place = wanted.channel_id === undefined ? 'The group has' : 'The channel has';
	if (standing.length) {
		throw run.refuse({
			what: `${place} another price list already`,
			next: 'BigCommerce changes only an assignment that names both group and channel: delete the one that is there first.',
		});
	}
	const request = assigning([wanted]);
	const look = async () => standingOf(await standingFor(client, [wanted]), wanted);
	const result = await createOnce<IDataObject>(run.functions, {
		send: async () => await client.tryRequest(request),
		made: async () => (await lookFor(run.functions, look, { atOnce: true })) ?? { ...wanted },
		lookUp: look,
	});
	if ('made' in result) return result.made;
	throw client.refusal(result.refused, request);
}
