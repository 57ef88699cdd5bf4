import { wishOf, type OnceWish } from '../../../shared/onceWish';
import { linesInWords, wantedLines } from '../order/wantedLines';
import type { ShipmentOrder } from './shipmentJob';

const WORDS: Readonly<Record<ShipmentOrder['what'], string>> = {
	open: 'everything open',
	lines: '',
	others: 'everything but ',
};

/** What of a shipment tells it from another one: what is sent, and where to; not its tracking, of which a run that is repeated may have another one. */
export function shipmentWish({ what, lines, addressId }: ShipmentOrder): OnceWish {
	const to = addressId === undefined ? '' : ` to address ${addressId}`;
	const content = {
		what,
		lines: wantedLines(lines),
		...(addressId !== undefined && { addressId: Number(addressId) }),
	};
	return wishOf(content, `${WORDS[what]}${linesInWords(lines)}${to}`);
}
