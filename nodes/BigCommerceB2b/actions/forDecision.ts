import type { INodeProperties } from 'n8n-workflow';
import { beforeChange as before } from '../../BigCommerce/links/beforeChange';
import type { Decidable } from '../../BigCommerce/links/beginDecision';
import { objectType } from '../../BigCommerce/records/objects';
import { CREDENTIAL } from '../../BigCommerce/transport/StoreClient';
import type { TakeBack } from '../../shared/firstChange';
import { forDecision } from '../../shared/forDecision';
import type { ItemRun } from '../../shared/itemRun';
import { b2bObjectType } from '../../BigCommerce/edition/records/objects';
import { B2bClient } from '../../BigCommerce/edition/transport/B2bClient';

/** As this node words it: what it changes is the edition's, and the decision is kept by the store. */
export const forB2bDecision: INodeProperties = {
	...forDecision,
	placeholder: 'e.g. abc123:company:801:b2b-credit:1',
	description:
		'Link key of the decision that this carries out, so that what it changes counts as nobody else’s change. Needs the BigCommerce credential of the store as well. Leave it empty outside a decision.',
};

/** A company or a quote, read by the client of the edition while its rounds are read by that of the store. */
const ofEdition = (b2b: B2bClient, value: string): Decidable | undefined => {
	const type = b2bObjectType(value);
	if (!type) return undefined;
	return {
		value,
		id: type.id,
		carrier: {
			...type.carrier,
			of: async (store, id) => await type.carrier.of({ store, b2b }, id),
		},
		read: async (store, id) => await type.read({ store, b2b }, id),
		watched: (object, names) => type.watched(object, names),
	};
};

/** The decision lies in the metafields of the store, of which the credential of B2B Edition knows neither the address nor a right (BigCommerce reference 1.4). */
function checkCredential(run: ItemRun): void {
	if (run.functions.getNode().credentials?.[CREDENTIAL]) return;
	throw run.refuse({
		what: 'For Decision needs the BigCommerce credential of the store, where the decision is recorded',
		next: 'Choose it in this node beside that of B2B Edition, or leave For Decision empty.',
	});
}

/**
 * What has to be done before the first change that goes out for some items: the decisions that they carry out are marked as begun in the store.
 *
 * @param runs the items that share what is sent
 */
export function beforeChange(runs: readonly ItemRun[]): () => Promise<TakeBack> {
	const [{ functions }] = runs;
	const b2b = new B2bClient(functions);
	return before(
		runs,
		(value) => objectType(value) ?? ofEdition(b2b, value),
		async (run, store) => {
			checkCredential(run);
			const [{ hash }, { hash: other }] = [await store.store(), await b2b.store()];
			if (hash.toLowerCase() === other.toLowerCase()) return;
			throw run.refuse({
				what: `The BigCommerce credential is of the store "${hash}", and that of B2B Edition of "${other}"`,
				next: 'Choose two credentials of one store.',
			});
		},
	);
}
