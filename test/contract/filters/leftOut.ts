/** What lists do not offer although their descriptions have it, and why. */
export interface LeftOut {
	/** Query parameters, or one value of one: `isIncludeExtraFields=0`. */
	parameters: readonly string[];
	reason: string;
	/** Node, resource and operation. */
	lists: readonly string[];
}

const METAFIELDS = ['brand', 'cart', 'category', 'channel', 'customer', 'location', 'order', 'product'].map(
	(owner) => `BigCommerce.${owner}Metafield`,
);

const VARIANT_METAFIELDS = 'BigCommerce.productVariantMetafield';

/** The metafields of one record: those of a brand, a cart and a variant have few parameters, those of the store are one list. */
const METAFIELDS_OF_ONE = [...METAFIELDS, VARIANT_METAFIELDS, 'BigCommerce.storeMetafield'].map(
	(resource) => `${resource}.getAll`,
);

const METAFIELDS_OF_ALL = [...METAFIELDS, VARIANT_METAFIELDS].map((resource) => `${resource}.getAllOfStore`);

const PRODUCT_PARTS = ['BulkPricingRule', 'CustomField', 'Image', 'Video'].map(
	(part) => `BigCommerce.product${part}.getAll`,
);

export const LEFT_OUT: readonly LeftOut[] = [
	{
		parameters: ['before', 'after'],
		reason:
			'Return All and Limit read pages by their numbers, which every list takes (BigCommerce reference 2.2)',
		lists: [
			...METAFIELDS_OF_ONE,
			...METAFIELDS_OF_ALL,
			'BigCommerce.couponCode.getAll',
			'BigCommerce.customer.getAll',
			'BigCommerce.customerFormFieldValue.getAll',
			'BigCommerce.priceList.getAll',
			'BigCommerce.priceListAssignment.getAll',
			'BigCommerce.priceListRecord.getAll',
		],
	},
	{
		parameters: ['include_fields'],
		reason:
			'it asks for nothing else, but for less of each row: these are short, and people work by all of a row',
		lists: [
			...METAFIELDS_OF_ONE.filter((list) => list !== 'BigCommerce.cartMetafield.getAll'),
			...METAFIELDS_OF_ALL,
			...PRODUCT_PARTS,
		],
	},
	{
		parameters: ['exclude_fields'],
		reason:
			'it asks for nothing else, but for less of each row: these are short, and people work by all of a row',
		lists: [
			...['brand', 'category', 'product'].map((owner) => `BigCommerce.${owner}Metafield.getAll`),
			...PRODUCT_PARTS,
		],
	},
	{
		parameters: ['resource_id:in'],
		reason: 'the product stands in the path already: the list below it has rows of this one alone',
		lists: ['BigCommerce.productMetafield.getAll'],
	},
	{
		parameters: ['isIncludeExtraFields=0'],
		reason: 'the list leaves them out unless it is asked for them (BigCommerce reference 13.2)',
		lists: ['company', 'companyAddress', 'companyUser', 'invoice'].map(
			(resource) => `BigCommerceB2b.${resource}.getAll`,
		),
	},
	{
		parameters: ['roles=2'],
		reason: 'roles are entered as text, several at once: this one as the others',
		lists: ['BigCommerceB2b.companyUser.getAll'],
	},
];

/** Of these any word that a description names may be entered: they are typed, as `Fields`. */
export const TYPED: ReadonlySet<string> = new Set(['include_fields', 'exclude_fields']);
