import { seedCollections } from './collection/seed';
import type { CollectionTable } from './collection/table';
import { B2B_SEEDS } from './b2b/seed';
import { B2B_KEPT } from './b2b/tables';
import { brands } from './catalog/brands';
import { categoryTrees } from './catalog/trees';
import { productImages } from './catalog/images';
import { productBulkPricingRules, productCustomFields, productVideos } from './catalog/productParts';
import { products } from './catalog/products';
import { productVariants, variants } from './catalog/variants';
import { CATALOG_SEEDS } from './catalog/seed';
import { customerAddresses } from './customers/addresses';
import { categories } from './catalog/categories';
import { CHANNEL_SEEDS, channels } from './channels/channels';
import { customerAttributes, customerAttributeValues } from './customers/attributes';
import { customers } from './customers/customers';
import { customerGroups } from './customers/groups';
import { CUSTOMER_SEEDS } from './customers/seed';
import { locations } from './inventory/locations';
import { INVENTORY_SEEDS } from './inventory/seed';
import { priceAssignments } from './prices/assignments';
import { priceLists } from './prices/priceLists';
import { priceRecords } from './prices/priceRecords';
import { PRICE_SEEDS } from './prices/seed';
import { couponCodes } from './marketing/couponCodes';
import { promotions } from './marketing/promotions';
import { MARKETING_SEEDS } from './marketing/seed';

/**
 * Every resource that is a table. A new one is a file beside its relatives with one `defineCollection`, a line here, its
 * seed, and its bodies in test/contract/collectionCases.ts; the contract test then says what is missing.
 */
export const COLLECTIONS: readonly CollectionTable[] = [
	customers,
	customerAddresses,
	customerAttributes,
	customerAttributeValues,
	customerGroups,
	brands,
	products,
	productBulkPricingRules,
	productCustomFields,
	productImages,
	productVideos,
	productVariants,
	variants,
	locations,
	priceLists,
	priceRecords,
	promotions,
	couponCodes,
	channels,
	categories,
	categoryTrees,
	priceAssignments,
];

/** Those of B2B Edition are kept beside them. */
export const ALL_COLLECTIONS: readonly CollectionTable[] = [...COLLECTIONS, ...B2B_KEPT];

/** What they hold when the sandbox starts. */
export const initialCollections = () =>
	seedCollections(ALL_COLLECTIONS, {
		...B2B_SEEDS,
		...CUSTOMER_SEEDS,
		...CATALOG_SEEDS,
		...CHANNEL_SEEDS,
		...INVENTORY_SEEDS,
		...MARKETING_SEEDS,
		...PRICE_SEEDS,
	});
