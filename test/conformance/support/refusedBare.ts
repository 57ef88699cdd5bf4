/** The changes of several resources, which all say that there is nothing to change. */
const changes = (node: string, resources: readonly string[]): Array<[string, RegExp]> =>
	resources.map((resource) => [`${node} ${resource} update`, /^Item 1: Nothing to change was given for /]);

/**
 * Operations that refuse a form in which nothing stands but what must be filled in, and what their refusal says: of several fields one is needed, or what the process behind them
 * asks for is known to it alone. Every other operation has to be done with such a form: a field that it cannot do without is marked as required.
 */
export const REFUSED_BARE: ReadonlyMap<string, RegExp> = new Map([
	// A change of nothing.
	...changes('bigCommerce', [
		...['brand', 'category', 'categoryTree', 'channel', 'customer', 'customerAddress', 'customerAttribute'],
		...[
			'customerGroup',
			'customerSettings',
			'hook',
			'location',
			'order',
			'orderShippingAddress',
			'priceList',
		],
		...['product', 'productCustomField', 'productImage', 'productVariant', 'productVideo', 'promotion'],
		'shipment',
	]),
	...changes('bigCommerceB2b', [
		...['company', 'companyAddress', 'companyCredit', 'companyUser', 'order', 'paymentTerm', 'quote'],
	]),
	...changes('openTextWorkflow', ['task']),
	// Either of two fields will do.
	['bigCommerce priceListAssignment upsert', /^Item 1: Neither a customer group nor a channel was chosen$/],
	['bigCommerce priceListRecord upsert', /^Item 1: No price was given for the variant$/],
	['openTextWorkflow case setVariables', /^Item 1: No variable was given$/],
	['openTextWorkflow variable set', /^Item 1: No variable was given$/],
	// Any path may be called without a body, but not this one.
	['bigCommerce apiRequest send', /did not accept the values sent for \/v2\/customer_groups$/],
	['openTextWorkflow apiRequest send', /did not accept the values sent for \/process-instances$/],
	// The model of the sandbox asks for variables, as that of a customer may.
	['openTextDecision decision ask', /could not carry out the start of a case of model "order_risk_review"$/],
	['openTextWorkflow case start', /could not carry out the start of a case of model "order_risk_review"$/],
	[
		'openTextWorkflow case sendAndWait',
		/could not carry out the start of a case of model "order_risk_review"$/,
	],
	// Nobody has the task yet, and only an option says who claims it first.
	['openTextWorkflow task complete', /^Item 1: Task [\w-]+ is not claimed by anybody$/],
]);

/** Operations that have nothing to write with such a form, as what they would write is so already or was not given. */
export const IDLE_BARE: ReadonlySet<string> = new Set([
	'bigCommerce category upsert',
	'bigCommerce product publish',
	'openTextDecision decision note',
]);
