import type { INodeProperties } from 'n8n-workflow';
import type { ItemRun } from '../../../shared/itemRun';
import type { Scope } from '../../../shared/operation';
import { locatorOf } from '../../../shared/record/locator';
import { ORDER_LOCATOR } from '../../../BigCommerce/records/order';
import { CREDENTIAL } from '../../../BigCommerce/edition/transport/B2bClient';
import { isOfEdition, OBJECT_TYPES, objectType, order, type ObjectType } from '../../records/objects';

export const objectTypeField: INodeProperties = {
	displayName: 'Object Type',
	name: 'objectType',
	type: 'options',
	options: OBJECT_TYPES.map(({ label, value }) => ({ name: label, value })),
	default: 'order',
	description: 'What kind of thing in the store it is about',
};

const orderLocator: INodeProperties = locatorOf({
	...ORDER_LOCATOR,
	description: 'The order that the question is about',
});

/** One for every other type: its list is that of the type that was chosen. */
const otherLocator: INodeProperties = locatorOf({
	name: 'objectId',
	label: 'Object',
	description: 'What the question is about: a cart by its UUID, a coupon by its code',
	search: 'searchObjects',
	like: '42',
});

/** How an operation is told what it is about. */
export const aboutFields: INodeProperties[] = [
	objectTypeField,
	{ ...orderLocator, displayOptions: { show: { objectType: [order.value] } } },
	{ ...otherLocator, displayOptions: { hide: { objectType: [order.value] } } },
];

/** Where a field counts for orders alone. */
export const forOrders = { show: { objectType: [order.value] } };

/** Where it counts for whatever can wait. */
export const forWaiting = {
	show: { objectType: OBJECT_TYPES.flatMap(({ value, waits }) => (waits ? [value] : [])) },
};

/** @throws NodeOperationError when people cannot be asked about such a thing */
export function typeOfItem(run: ItemRun): ObjectType {
	const value = run.text(objectTypeField.name, order.value);
	const type = objectType(value);
	if (type) return type;
	throw run.refuse({ what: `Object Type has no choice "${value}"`, next: 'Choose one from the list.' });
}

/** What a quote is released with: only B2B Edition changes one. @param by the parameter that tells the type */
export const toRelease = (by: 'objectType' | 'linkKey'): Scope[] => [
	{ name: 'B2B Edition', access: 'modify', isWhole: true, when: { [by]: ['quote'] } },
];

/** What only B2B Edition can read takes its credential as well. @throws NodeOperationError when none is chosen */
export function checkEdition(run: ItemRun, type: ObjectType): void {
	if (!isOfEdition(type) || run.functions.getNode().credentials?.[CREDENTIAL]) return;
	throw run.refuse({
		what: `A ${type.one} needs the BigCommerce B2B credential, since only B2B Edition knows it`,
		next: 'Choose it in this node beside that of BigCommerce, of the same store.',
	});
}

/** The store object that an item names. */
export interface About {
	type: ObjectType;
	objectId: string;
}

/** @throws NodeOperationError when it names none */
export function aboutOfItem(run: ItemRun): About {
	const type = typeOfItem(run);
	const { label, textId } = type;
	if (!textId) {
		const isOrder = type.value === order.value;
		const name = isOrder ? 'orderId' : 'objectId';
		return { type, objectId: String(run.id(name, isOrder ? 'Order' : label)) };
	}
	const objectId = run.requiredText('objectId', label);
	if (type.id.test(objectId)) return { type, objectId };
	throw run.refuse({
		what: `${label} must be ${textId.is}, but it is "${objectId}"`,
		next: `Enter it as the store writes it, for example ${textId.like}.`,
	});
}
