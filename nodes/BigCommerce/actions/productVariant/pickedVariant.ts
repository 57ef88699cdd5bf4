import type { ItemRun } from '../../../shared/itemRun';
import { picked } from '../../../shared/record/locator';
import { productVariant } from '../../records/productVariant';

/** By which field the store is told of a variant, and its value. */
export type VariantKey = { variant_id: number } | { sku: string };

/** The variant as the item names it: a SKU is not looked up, since prices and stock are kept by either. */
export function pickedVariant(run: ItemRun): VariantKey {
	const { locator } = productVariant;
	const { by, value } = picked(run, locator);
	return by === locator.key.mode ? { sku: value } : { variant_id: run.id(locator.name, locator.label) };
}

/** For texts: variant MUG-GRY. */
export const variantNamed = (variant: VariantKey): string =>
	`variant ${'sku' in variant ? variant.sku : variant.variant_id}`;
