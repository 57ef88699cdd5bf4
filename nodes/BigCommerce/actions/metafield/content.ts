import { optionsCollection } from '../../../shared/fields';
import type { ItemRun } from '../../../shared/itemRun';
import { entered, fitting, inputOf, inputsOf } from '../../../shared/record/field';
import { locatorOf } from '../../../shared/record/locator';
import { object } from '../../../shared/shape';
import { CONTENT, FURTHER, METAFIELD_LOCATOR, metafields } from '../../records/metafield';
import type { MetafieldChange, MetafieldInput } from '../../transport/metafields';

export const METAFIELD = object(metafields.properties);

export const metafieldLocator = locatorOf(METAFIELD_LOCATOR);

export const contentFields = [...Object.entries(CONTENT).map(inputOf), optionsCollection(inputsOf(FURTHER))];

/** The metafield that the item names. */
export const metafieldIn = (run: ItemRun): number => run.id('metafieldId', 'Metafield');

/** What a new one becomes: others may read it, unless the item says something else. */
export const forNew = (content: MetafieldChange): MetafieldInput => ({ permission_set: 'read', ...content });

/**
 * What one that is there becomes. Who may read it stays as it is unless the item says something else: another app's field takes a value where it is shared, and a change of its permission set never (BigCommerce
 * reference 5.3).
 *
 * @param permissions its permission set until now
 */
export const forChange = (content: MetafieldChange, permissions: unknown): MetafieldChange =>
	typeof permissions === 'string' ? { permission_set: permissions, ...content } : content;

/** The metafield of the item; an object that an expression gives for its value is kept as JSON. @throws NodeOperationError when something is empty or too long */
export function readContent(run: ItemRun): MetafieldChange {
	const { description, permission_set: permissions } = entered(run, 'fields', 'options', FURTHER);
	const read = (name: keyof typeof CONTENT, label: string): string => {
		const { [name]: field } = CONTENT;
		const text = name === 'value' ? run.requiredTextOrJson(name, label) : run.requiredText(name, label);
		return String(fitting(run, field, text));
	};
	return {
		namespace: read('namespace', 'Namespace'),
		key: read('key', 'Key'),
		value: read('value', 'Value'),
		...(permissions !== undefined && { permission_set: String(permissions) }),
		...(description !== undefined && { description: String(description) }),
	};
}
